{{- /* The Deployment of one kind of pod: (dict "root" $ "kind" "single", "api" or "worker"). */ -}}
{{- define "latent.deployment" -}}
{{- $root := .root -}}
{{- $values := $root.Values -}}
{{- $pod := index $values .kind -}}
{{- $worker := eq .kind "worker" -}}
{{- $scaled := and (ne .kind "single") ($pod.autoscaling).enabled (or (not $worker) (include "latent.has" (list $root "keda.sh/v1alpha1/ScaledObject"))) -}}
{{- $drain := ternary 0 (int $values.drainSeconds) $worker -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "latent.fullname" $root }}{{ ternary "" (printf "-%s" .kind) (eq .kind "single") }}
  labels:
    {{- include "latent.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .kind }}
spec:
  {{- if eq .kind "single" }}
  replicas: 1
  {{- else if not $scaled }}
  replicas: {{ $pod.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    {{- if eq .kind "single" }}
    # One home has one server.
    type: Recreate
    {{- else }}
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: {{ ternary 1 0 $worker }}
      maxSurge: {{ ternary 0 1 $worker }}
    {{- end }}
  selector:
    matchLabels:
      {{- include "latent.selector" $root | nindent 6 }}
      app.kubernetes.io/component: {{ .kind }}
  template:
    metadata:
      labels:
        {{- include "latent.labels" $root | nindent 8 }}
        app.kubernetes.io/component: {{ .kind }}
        latent-server/metrics: "true"
        {{- with $values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        # A changed setting starts the pods anew.
        checksum/config: {{ include "latent.config" $root | sha256sum }}
        checksum/secrets: {{ printf "%s %s %s %s" $values.database.username $values.database.password $values.s3.accessKeyId $values.s3.secretAccessKey | sha256sum }}
        {{- with $values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "latent.serviceAccountName" $root }}
      automountServiceAccountToken: false
      # Variables that Kubernetes makes of services' names could be taken for settings.
      enableServiceLinks: false
      {{- with $values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      {{- with $pod.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      terminationGracePeriodSeconds: {{ ternary (int $pod.terminationGracePeriodSeconds) (add $drain (int $values.shutdownSeconds) 30) $worker }}
      securityContext:
        {{- include "latent.podSecurity" $root | nindent 8 }}
      containers:
        - name: latent-server
          image: {{ include "latent.image" $root | quote }}
          imagePullPolicy: {{ $values.image.pullPolicy }}
          securityContext:
            {{- include "latent.containerSecurity" $root | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
          {{- include "latent.environment" . | nindent 10 }}
          resources:
            {{- include "latent.resources" $pod | nindent 12 }}
          {{- include "latent.probes" $root | nindent 10 }}
          {{- if $drain }}
          lifecycle:
            preStop:
              {{- if semverCompare ">=1.30.0-0" $root.Capabilities.KubeVersion.Version }}
              sleep:
                seconds: {{ $drain }}
              {{- else }}
              exec:
                command: [java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx16m", -cp, /app/health, dev.latent.docker.Linger, {{ $drain | quote }}]
              {{- end }}
          {{- end }}
          volumeMounts:
            - name: data
              mountPath: /data
            - name: config
              mountPath: /app/config
              readOnly: true
            {{- with $values.extraVolumeMounts }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
      volumes:
        - name: data
          {{- include "latent.data" . | nindent 10 }}
        - name: config
          configMap:
            name: {{ include "latent.fullname" $root }}
        {{- with $values.extraVolumes }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- with $pod.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $pod.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $pod.affinity }}
      affinity:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- if ne .kind "single" }}
      {{- with $values.topologySpreadConstraints }}
      topologySpreadConstraints:
        {{- range . }}
        - labelSelector:
            matchLabels:
              {{- include "latent.selector" $root | nindent 14 }}
              app.kubernetes.io/component: {{ $.kind }}
          {{- toYaml . | nindent 10 }}
        {{- end }}
      {{- end }}
      {{- end }}
{{- end -}}

{{- define "latent.environment" -}}
{{- $root := .root -}}
{{- $values := $root.Values -}}
env:
  {{- if ne .kind "single" }}
  - name: LATENT_ROLE
    value: {{ .kind }}
  - name: SPRING_DATASOURCE_USERNAME
    valueFrom:
      secretKeyRef:
        name: {{ include "latent.databaseSecret" $root }}
        key: username
  - name: SPRING_DATASOURCE_PASSWORD
    valueFrom:
      secretKeyRef:
        name: {{ include "latent.databaseSecret" $root }}
        key: password
  {{- end }}
  {{- if include "latent.hasS3Keys" $root }}
  - name: LATENT_STORAGE_S3_ACCESS_KEY_ID
    valueFrom:
      secretKeyRef:
        name: {{ include "latent.s3Secret" $root }}
        key: access-key-id
  - name: LATENT_STORAGE_S3_SECRET_ACCESS_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "latent.s3Secret" $root }}
        key: secret-access-key
  {{- end }}
  {{- if and $values.warm (ne .kind "worker") }}
  - name: LATENT_INFERENCE_WARM
    value: {{ join "," $values.warm | quote }}
  {{- end }}
  {{- if and (ne .kind "single") (not (dig "latent" "storage" "cache-size" "" $values.config)) }}
  # Half of the volume, so that prepared datasets and runs have room, too.
  - name: LATENT_STORAGE_CACHE_SIZE
    value: {{ include "latent.cacheBytes" (index $values .kind) | quote }}
  {{- end }}
  {{- with $values.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- with (index $values .kind).extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with $values.extraEnvFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- /* Half of cacheSize, which is in Gi or Mi. */ -}}
{{- define "latent.cacheBytes" -}}
{{- $number := regexFind "^[0-9]+" .cacheSize | int -}}
{{- if hasSuffix "Gi" .cacheSize -}}{{ mul $number 512 }}MB{{- else -}}{{ div $number 2 }}MB{{- end -}}
{{- end -}}

{{- define "latent.resources" -}}
{{- $resources := deepCopy .resources -}}
{{- if .gpus -}}
{{- $_ := set $resources "limits" (mergeOverwrite (deepCopy (default dict $resources.limits)) (dict "nvidia.com/gpu" (int .gpus))) -}}
{{- end -}}
{{- toYaml $resources -}}
{{- end -}}

{{- /* Without database or store a pod doesn't start, but one that has started goes on answering. */ -}}
{{- define "latent.probes" -}}
startupProbe:
  httpGet:
    path: /actuator/health/readiness
    port: 8080
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: {{ max 1 (div .Values.probes.startupSeconds 2) }}
livenessProbe:
  httpGet:
    path: /actuator/health/liveness
    port: 8080
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: {{ max 1 (div .Values.probes.livenessSeconds 10) }}
readinessProbe:
  httpGet:
    path: /actuator/health/serving
    port: 8080
  periodSeconds: {{ .Values.probes.readinessPeriodSeconds }}
  timeoutSeconds: 5
  failureThreshold: 2
{{- end -}}

{{- define "latent.data" -}}
{{- $root := .root -}}
{{- if ne .kind "single" -}}
emptyDir:
  sizeLimit: {{ (index $root.Values .kind).cacheSize }}
{{- else if $root.Values.persistence.enabled -}}
persistentVolumeClaim:
  claimName: {{ $root.Values.persistence.existingClaim | default (include "latent.fullname" $root) }}
{{- else -}}
emptyDir: {}
{{- end -}}
{{- end -}}
