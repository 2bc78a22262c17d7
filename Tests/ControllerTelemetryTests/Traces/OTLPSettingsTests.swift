import Testing
@testable import ReconcilerService

struct OTLPSettingsTests {
    private func read(_ environment: [String: String]) -> (settings: OTLPSettings?, problems: [String]) {
        OTLPSettings.read(environment, service: "heddle-controller", version: "1.2", instance: "eu-1")
    }

    @Test func `without an endpoint nothing is traced`() {
        #expect(read([:]).settings == nil)
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": " "]).settings == nil)
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_SDK_DISABLED": "TRUE"]).settings == nil)
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_TRACES_EXPORTER": "none"]).settings == nil)
        #expect(read([:]).problems.isEmpty)
    }

    @Test func `the endpoint of all signals gets a path, that of traces is as it is`() {
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318"]).settings?.endpoint == "http://c:4318/v1/traces")
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": "https://c/otel/"]).settings?.endpoint == "https://c/otel/v1/traces")
        #expect(read([
            "OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://t/x",
        ]).settings?.endpoint == "http://t/x")
    }

    @Test func `what cannot be read is told without its value, and left aside`() {
        let bad = read([
            "OTEL_EXPORTER_OTLP_ENDPOINT": "http://c", "OTEL_EXPORTER_OTLP_HEADERS": "api-key=s3cret%0Ax, =s3cret,good=1",
            "OTEL_EXPORTER_OTLP_TIMEOUT": "soon", "OTEL_BSP_MAX_QUEUE_SIZE": "-1", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc",
        ])
        #expect(bad.problems.count == 5 && !bad.problems.joined().contains("s3cret"))
        #expect(bad.settings?.headers.map(\.name) == ["good"] && bad.settings?.timeout == .seconds(10))
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4318"]).settings == nil)
        #expect(read(["OTEL_EXPORTER_OTLP_ENDPOINT": "ftp://c"]).problems.count == 1)
    }

    @Test func `headers, times and the resource come from the variables`() throws {
        let settings = try #require(read([
            "OTEL_EXPORTER_OTLP_ENDPOINT": "http://c", "OTEL_EXPORTER_OTLP_HEADERS": "a=never",
            "OTEL_EXPORTER_OTLP_TRACES_HEADERS": "api-key=one%20two%3D, b = 2", "OTEL_EXPORTER_OTLP_TIMEOUT": "1500",
            "OTEL_BSP_SCHEDULE_DELAY": "100", "OTEL_BSP_MAX_QUEUE_SIZE": "10", "OTEL_RESOURCE_ATTRIBUTES": "deployment.environment.name=prod,service.name=x",
            "OTEL_SERVICE_NAME": "mesh",
        ]).settings)
        #expect(settings.headers.map(\.name) == ["api-key", "b"] && settings.headers.map(\.value) == ["one two=", "2"])
        #expect(settings.timeout == .milliseconds(1500) && settings.pause == .milliseconds(100))
        #expect(settings.queueSize == 10 && settings.batchSize == 10)
        #expect(settings.resource["service.name"] == "mesh" && settings.resource["deployment.environment.name"] == "prod")
        #expect(settings.resource["service.instance.id"] == "eu-1" && settings.resource["telemetry.sdk.language"] == "swift")
    }
}
