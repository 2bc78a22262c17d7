import AsyncHTTPClient
import BearerTokens
import NIOCore

/// Where an issuer's key set is.
package enum TokenKeySource: Sendable, Equatable {
    case file(String)
    /// Fetched at the start and again and again, as issuers change their keys.
    case url(String)

    /// Looked at again after this, when all is well.
    var interval: Duration {
        switch self {
        case .file: .seconds(5)
        case .url: .seconds(300)
        }
    }

    func read() async throws(SecurityProblem) -> TokenKeys {
        do {
            return try TokenKeys(json: try await bytes())
        } catch {
            throw SecurityProblem("\(place): \(error)")
        }
    }

    private var place: String {
        switch self {
        case .file(let path): "the key set \(path)"
        case .url(let url): "the key set \(url)"
        }
    }

    private func bytes() async throws -> [UInt8] {
        switch self {
        case .file(let path): return try readFile(path, atMost: 1 << 20)
        case .url(let url):
            let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
            guard response.status == .ok else { throw SecurityProblem("it is answered with \(response.status.code)") }
            return Array(try await response.body.collect(upTo: 1 << 20).readableBytesView)
        }
    }
}
