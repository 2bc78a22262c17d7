import Foundation
import KafkaClient
import Logging
import RegistryCore
import RegistryService
import TestSupport

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A service over a log, and a client that asks it.
struct Serving {
    let service: RegistryService
    private let session = URLSession(configuration: .ephemeral)

    struct Answer {
        var status: Int
        var text: String
        var headers: [String: String]
        var body: JSONTree { (try? JSONTree(parsing: text)) ?? .null }
        var code: Int { if case .number(let code) = body["error_code"] { Int(code) } else { 0 } }
    }

    func call(_ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        guard let url = URL(string: service.url + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let http = response as? HTTPURLResponse
        var found: [String: String] = [:]
        for (name, value) in http?.allHeaderFields ?? [:] { found["\(name)".lowercased()] = "\(value)" }
        return Answer(status: http?.statusCode ?? 0, text: String(decoding: data, as: UTF8.self), headers: found)
    }

    func get(_ path: String) async throws -> Answer { try await call("GET", path) }

    func register(_ subject: String, _ field: String) async throws -> Answer {
        try await call("POST", "/subjects/\(subject)/versions", Self.submission(field))
    }

    static func submission(_ field: String) -> String {
        "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\",\\\"fields\\\":[{\\\"name\\\":\\\"\(field)\\\",\\\"type\\\":\\\"int\\\"}]}\"}"
    }
}

var quiet: Logger {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
}

func configuration(lookInterval: Duration = .seconds(600), maximumBodyBytes: Int = 1 << 20) -> RegistryConfiguration {
    RegistryConfiguration(bootstrap: [], maximumBodyBytes: maximumBodyBytes, lookInterval: lookInterval)
}

func serving(
    _ log: any SchemaLog, _ configuration: RegistryConfiguration = configuration(), _ test: (Serving) async throws -> Void
) async throws {
    try await serving(log, configuration, telling: { _ in }, test)
}

func serving(
    _ log: any SchemaLog, _ configuration: RegistryConfiguration = configuration(),
    telling onChange: @escaping @Sendable (RegistrySnapshot) -> Void, _ test: (Serving) async throws -> Void
) async throws {
    let service = try await RegistryService.start(configuration, log: log, logger: quiet, onChange: onChange)
    do {
        try await test(Serving(service: service))
    } catch {
        await service.stop()
        throw error
    }
    await service.stop()
}

/// Asks again until it is so, for half a minute at most.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<600 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(50))
    }
    return false
}
