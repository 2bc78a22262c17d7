import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// How often something is tried, and how long is waited in between: twice as long each time, and up to half of it less by chance.
struct Pauses: Sendable {
    var tries: Int
    var first: Duration
    var longest: Duration

    /// Before the try after this many; nil where that was the last.
    func pause(after tried: Int, chance: Double) -> Duration? {
        guard tried < tries else { return nil }
        let whole = min(longest, first * (1 << min(tried - 1, 20)))
        return whole - whole * (chance / 2)
    }
}

/// Posting something to somebody who may be away.
enum HTTPSending {
    /// Follows no redirects: what is sent is meant for the address that was given, and for nobody else.
    static func client(timeout: Duration) -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        let limit = TimeAmount(min(timeout, .seconds(10)))
        configuration.timeout = .init(connect: limit, read: TimeAmount(timeout))
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends until it is taken with a 2xx, it is clear that it will not be, or `pauses` are over.
    ///
    /// - Returns: nil where it was taken; else why not, in words that name nothing of the request but where it went.
    static func send(_ request: HTTPClientRequest, with http: HTTPClient, timeout: Duration, pauses: Pauses) async -> String? {
        var tried = 0
        while true {
            tried += 1
            let (problem, mayPass, wanted) = await sendOnce(request, with: http, timeout: timeout)
            guard let problem else { return nil }
            guard !Task.isCancelled else { return problem }
            guard mayPass, let pause = pauses.pause(after: tried, chance: .random(in: 0..<1)) else {
                return tried == 1 ? problem : "\(problem), after \(tried) tries"
            }
            do {
                try await Task.sleep(for: max(pause, min(wanted ?? .zero, pauses.longest)))
            } catch {
                return problem
            }
        }
    }

    private static func sendOnce(
        _ request: HTTPClientRequest, with http: HTTPClient, timeout: Duration
    ) async -> (problem: String?, mayPass: Bool, wanted: Duration?) {
        do {
            let response = try await http.execute(request, timeout: TimeAmount(timeout))
            // What it says is of no interest, but the connection is free only after it.
            _ = try? await response.body.collect(upTo: 64 << 10)
            let status = response.status.code
            guard !(200..<300).contains(status) else { return (nil, false, nil) }
            let seconds = response.headers.first(name: "retry-after").flatMap { Int64($0) }
            let mayPass = [408, 425, 429].contains(status) || (500..<600).contains(status) && status != 501
            return ("it was answered with \(status)", mayPass, seconds.map { .seconds(max($0, 0)) })
        } catch let error as HTTPClientError {
            return ("\(error.shortDescription)", true, nil)
        } catch is CancellationError {
            return ("it was given up", false, nil)
        } catch {
            return ("nobody answers there", true, nil)
        }
    }
}
