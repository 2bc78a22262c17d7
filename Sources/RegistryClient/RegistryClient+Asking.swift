import AsyncHTTPClient
import FoundationEssentials
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

extension RegistryClient {
    private static let contentType = "application/vnd.schemaregistry.v1+json"

    /// Asks until there is an answer, a refusal that stands, or no time left.
    func ask<Answer: Decodable>(
        _ method: HTTPMethod, _ path: [String], query: String = "", body: (some Encodable)? = RegistryMessages.Schema?.none
    ) async throws(RegistryError) -> Answer {
        let request = try request(method, path, query: query, body: body)
        let clock = ContinuousClock()
        let start = clock.now
        var pause = options.firstPause
        while true {
            do throws(RegistryError) {
                return try decode(try await send(request))
            } catch {
                let deadline = error.wasSent ? options.deadline : options.connectDeadline
                guard error.isRetriable, clock.now + pause < start + deadline else { throw error }
                logger.debug("asking the registry again", metadata: ["url": "\(request.url)", "because": "\(error.message)"])
                do { try await clock.sleep(for: pause) } catch is CancellationError { throw error } catch { throw Self.unreachable(error) }
                pause *= 2
            }
        }
    }

    private func request(
        _ method: HTTPMethod, _ path: [String], query: String, body: (some Encodable)?
    ) throws(RegistryError) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: address.url(path, query: query))
        request.method = method
        request.headers.add(name: "Accept", value: "\(Self.contentType), application/json")
        if let header = credentials?.header {
            // Checked here, because those who find it later tell the whole header.
            guard header.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw RegistryError(.misunderstood, "the credentials hold characters that a header cannot", wasSent: false)
            }
            request.headers.add(name: "Authorization", value: header)
        }
        if let body {
            request.headers.add(name: "Content-Type", value: Self.contentType)
            do {
                request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(body)))
            } catch {
                throw RegistryError(.misunderstood, "the request cannot be written: \(error)", wasSent: false)
            }
        }
        return request
    }

    private func send(_ request: HTTPClientRequest) async throws(RegistryError) -> [UInt8] {
        let status: HTTPResponseStatus
        var bytes: ByteBuffer
        do {
            let response = try await http.execute(request, timeout: TimeAmount(options.requestTimeout), logger: logger)
            status = response.status
            bytes = try await response.body.collect(upTo: options.maximumAnswerBytes)
        } catch is NIOTooManyBytesError {
            throw RegistryError(.misunderstood, "its answer is larger than \(options.maximumAnswerBytes) bytes")
        } catch {
            throw Self.unreachable(error)
        }
        let body = bytes.readBytes(length: bytes.readableBytes) ?? []
        guard (200..<300).contains(status.code) else { throw Self.refusal(status, body) }
        return body
    }

    private func decode<Answer: Decodable>(_ body: [UInt8]) throws(RegistryError) -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(body))
        } catch {
            throw RegistryError(.misunderstood, "its answer is none of a schema registry: \(Self.excerpt(body))")
        }
    }

    // MARK: What went wrong

    private static func refusal(_ status: HTTPResponseStatus, _ body: [UInt8]) -> RegistryError {
        let failure = try? JSONDecoder().decode(RegistryMessages.Failure.self, from: Data(body))
        let code = failure?.error_code
        let said = failure?.message.map { String($0.prefix(4000)) }
        let reason = RegistryError.Reason.refused(status: Int(status.code), code: code)
        switch status.code {
        case 401: return RegistryError(reason, "it wants credentials, or others than it was given" + (said.map { ": \($0)" } ?? ""))
        case 403: return RegistryError(reason, "these credentials may not do this" + (said.map { ": \($0)" } ?? ""))
        case 300..<400: return RegistryError(reason, "it answers with a redirection (\(status.code)); name its own address")
        default: return RegistryError(reason, said ?? "it answers \(status.code) \(status.reasonPhrase): \(excerpt(body))")
        }
    }

    private static func excerpt(_ body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(80), as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
        return body.isEmpty ? "nothing" : "'\(text)\(body.count > 80 ? "…" : "")'"
    }

    private static func unreachable(_ error: any Error) -> RegistryError {
        switch error {
        case let error as HTTPClientError where error == .connectTimeout:
            RegistryError(.unreachable, "no connection in time", wasSent: false)
        case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
            RegistryError(.unreachable, "no answer in time")
        case let error as HTTPClientError where error == .remoteConnectionClosed:
            RegistryError(.unreachable, "it closed the connection")
        case let error as NIOConnectionError:
            RegistryError(.unreachable, words(error), wasSent: false)
        case let error as IOError:
            RegistryError(.unreachable, words(error), wasSent: error.errnoCode != ECONNREFUSED)
        default:
            RegistryError(.unreachable, "\(error)")
        }
    }

    private static func words(_ error: NIOConnectionError) -> String {
        if error.connectionErrors.isEmpty { return "its name '\(error.host)' is not known" }
        let all = error.connectionErrors.map { ($0.error as? IOError).map { words($0) } ?? "\($0.error)" }
        return Set(all).sorted().joined(separator: "; ")
    }

    private static func words(_ error: IOError) -> String { String(cString: strerror(error.errnoCode)).lowercased() }
}
