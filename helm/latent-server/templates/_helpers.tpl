{{- define "latent.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "latent.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "latent.labels" -}}
{{ include "latent.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "latent.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "latent.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "latent.fullname" .) -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{- /* Which pods answer requests. */ -}}
{{- define "latent.answering" -}}
{{- ternary "single" "api" (eq .Values.mode "single") -}}
{{- end -}}

{{- define "latent.databaseSecret" -}}
{{- .Values.database.existingSecret | default (printf "%s-database" (include "latent.fullname" .)) -}}
{{- end -}}

{{- define "latent.s3Secret" -}}
{{- .Values.s3.existingSecret | default (printf "%s-s3" (include "latent.fullname" .)) -}}
{{- end -}}

{{- define "latent.hasS3Keys" -}}
{{- if and .Values.s3.bucket (or .Values.s3.existingSecret .Values.s3.accessKeyId) -}}true{{- end -}}
{{- end -}}

{{- define "latent.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "latent.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- /* Whether there is an API, such as (list $ "keda.sh/v1alpha1/ScaledObject"). */ -}}
{{- define "latent.has" -}}
{{- $root := first . -}}
{{- if or ($root.Capabilities.APIVersions.Has (last .)) (has (last .) $root.Values.apiVersions) -}}true{{- end -}}
{{- end -}}

{{- /* The service's application.yaml, the user's settings over the chart's. */ -}}
{{- define "latent.config" -}}
{{- $group := dict "include" "readinessState" -}}
{{- $config := dict
      "server" (dict "port" 8080 "forward-headers-strategy" "native")
      "spring" (dict "lifecycle" (dict "timeout-per-shutdown-phase" (printf "%ds" (int .Values.shutdownSeconds))))
      "management" (dict "endpoint" (dict "health" (dict "group" (dict "serving" $group)))) -}}
{{- if eq .Values.mode "cluster" -}}
{{- $query := empty .Values.database.parameters | ternary "" (printf "?%s" .Values.database.parameters) -}}
{{- $url := printf "jdbc:postgresql://%s:%d/%s%s" .Values.database.host (int .Values.database.port) .Values.database.name $query -}}
{{- $_ := set $config.spring "datasource" (dict "url" $url) -}}
{{- end -}}
{{- if .Values.s3.bucket -}}
{{- $s3 := dict "bucket" .Values.s3.bucket -}}
{{- range $setting, $value := dict "prefix" .Values.s3.prefix "endpoint" .Values.s3.endpoint "region" .Values.s3.region "kms-key" .Values.s3.kmsKey -}}
{{- if $value -}}{{- $_ := set $s3 $setting $value -}}{{- end -}}
{{- end -}}
{{- $_ := set $config "latent" (dict "storage" (dict "s3" $s3)) -}}
{{- end -}}
{{- toYaml (mergeOverwrite $config (deepCopy .Values.config)) -}}
{{- end -}}
