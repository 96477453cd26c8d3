# The service in a container, see docs/operate.md.
#   docker build -t latent-server .                              Maven builds the jar from these sources
#   docker build -t latent-server --build-arg PROGRAM=jar .      takes target/latent-server.jar as it is
# With --platform linux/arm64 Maven takes the engine's library for it; another one is named by --build-arg NATIVE_CLASSIFIER=…

# What the image runs on: Java 25, found as `java`.
ARG BASE_IMAGE=eclipse-temurin:25-jre
# What unpacks the jar: a JDK 25, and a shell.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG MAVEN_IMAGE=maven:3-eclipse-temurin-25
# source or jar
ARG PROGRAM=source

FROM --platform=${BUILDPLATFORM} ${MAVEN_IMAGE} AS source
ARG TARGETARCH
ARG NATIVE_CLASSIFIER
WORKDIR /source
COPY pom.xml LICENSE ./
COPY docs docs
COPY models models
COPY src/main src/main
# A mirror is named with --secret id=maven-settings,src=$HOME/.m2/settings.xml
RUN --mount=type=cache,target=/root/.m2/repository \
    --mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml \
    platform=linux-$(echo "$TARGETARCH" | sed 's/amd64/x86_64/; s/arm64/aarch64/') \
    && mvn -B -ntp -Dmaven.test.skip=true -Dnative.classifier="${NATIVE_CLASSIFIER:-$platform}" package \
    && mv target/latent-server.jar /latent-server.jar

FROM scratch AS jar
COPY target/latent-server.jar /latent-server.jar

FROM ${PROGRAM} AS program

# The jar in layers, and the engine's native library unpacked beside them in place of packed in its jar.
FROM ${JDK_IMAGE} AS layers
WORKDIR /build
COPY --from=program /latent-server.jar .
RUN java -Djarmode=tools -jar latent-server.jar extract --layers --destination /layers \
    && java -Djarmode=tools -jar latent-server.jar extract --destination whole
COPY src/docker/java java
RUN javac --release 17 -cp whole/latent-server.jar -d /layers/health $(find java -name '*.java') \
    && DJL_CACHE_DIR=/layers/engine java --enable-native-access=ALL-UNNAMED -cp /layers/health:whole/latent-server.jar \
       dev.latent.docker.EngineCache \
    && chmod -R a+rX /layers/engine && mkdir -p /layers/data/tmp
RUN native=$(ls /layers/dependencies/lib/pytorch-native-*.jar) \
    && jar -xf "$native" native META-INF && jar -cfM "$native" native META-INF

# All but the cache.
FROM ${BASE_IMAGE} AS service
WORKDIR /app
COPY --from=layers /layers/engine engine
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
COPY --from=layers /layers/health health
COPY --from=layers --chown=10001:10001 /layers/data /data
# A thread of the engine that waits must not spin: it would take the processor from the others.
ENV DJL_CACHE_DIR=/app/engine DJL_OFFLINE=true OPT_OUT_TRACKING=true OMP_WAIT_POLICY=PASSIVE \
    LATENT_HOME=/data HOME=/data XDG_CACHE_HOME=/data/tmp SERVER_ADDRESS=0.0.0.0
USER 10001:10001

FROM service AS cache
RUN ["java", "-cp", "/app/health", "dev.latent.docker.FirstRun", "/data/latent-server.aot", "/app/latent-server.jar"]

FROM service
COPY --from=cache --chown=0:0 /data/latent-server.aot /app/latent-server.aot
ARG VERSION=
ARG REVISION=
LABEL org.opencontainers.image.title="Latent Server" \
      org.opencontainers.image.description="Trains and serves generative models over HTTP, on the JVM." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
EXPOSE 8080
VOLUME ["/data"]
# A start may wait ten minutes for its database (latent.start-patience), and on a busy machine a check takes its time, too.
HEALTHCHECK --interval=5s --timeout=15s --start-period=600s --retries=6 \
    CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx16m", "-cp", "/app/health", "dev.latent.docker.HealthCheck"]
# What the cache has of the heap must fit into a small container's first heap, too.
ENTRYPOINT ["java", "-Xms64m", "-XX:AOTCache=/app/latent-server.aot", "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=/data/crash-%p.log", \
    "-Djava.io.tmpdir=/data/tmp", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/latent-server.jar"]
