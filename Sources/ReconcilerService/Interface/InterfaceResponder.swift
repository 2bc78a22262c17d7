import Hummingbird
import Logging
import NIOCore
import PlanFiles
import Synchronization

/// HTTP round what a controller knows. It reads copies and never waits for what the controller waits for.
struct InterfaceResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    private let configuration: InterfaceConfiguration
    private let status: any StatusTelling
    private let throttle: HintThrottle
    private let cache = ListingCache()
    private let logger: Logger

    init(_ configuration: InterfaceConfiguration, status: any StatusTelling, logger: Logger) {
        self.configuration = configuration
        self.status = status
        self.logger = logger
        throttle = HintThrottle(every: configuration.hintInterval) { status.hint() }
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let answer: InterfaceAnswer
        do throws(InterfaceProblem) {
            answer = try await self.answer(request)
        } catch {
            answer = error.answer
        }
        logger.debug("\(request.method) \(request.head.path?.prefix(200) ?? ""): \(answer.status)")
        var headers = Self.safety
        headers[.contentType] = answer.type
        headers[.contentLength] = String(answer.body.count)
        if let allow = answer.allow { headers[.allow] = allow }
        // What was not read of the request would be taken for the next one.
        if answer.status == 413 { headers[.connection] = "close" }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// Nothing here is to be framed, guessed at, kept or run.
    private static let safety: HTTPFields = {
        var headers = HTTPFields()
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
        return headers
    }()

    private func answer(_ request: Request) async throws(InterfaceProblem) -> InterfaceAnswer {
        let target = (request.head.path ?? "/").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let route = try InterfaceRoute(path: String(target.first ?? "/"))
        guard route.methods.contains(request.method.rawValue) else {
            throw InterfaceProblem(405, "this path takes \(route.methods.joined(separator: " and "))", allow: route.methods)
        }
        let parameters = try queryParameters(target.count > 1 ? target[1] : "", allowed: route.parameters)
        switch route {
        case .page: return StatusPage(view: status.view, listing: await listing(), query: try ResourceQuery(parameters), version: configuration.version).answer
        case .status: return InterfaceAnswer(status.view.document(version: configuration.version))
        case .cluster(let name):
            guard let cluster = status.view.clusters[name] else { throw InterfaceProblem(404, "no cluster of this name is declared") }
            return InterfaceAnswer(cluster.document)
        case .resources: return InterfaceAnswer(await listing().page(try ResourceQuery(parameters)).document)
        case .resource(let address): return try await resource(address, in: parameters["cluster"])
        case .health: return InterfaceAnswer(.record(("status", .string("alive"))))
        case .readiness:
            if let reason = status.view.reasonNotReady { throw InterfaceProblem(503, reason) }
            return InterfaceAnswer(.record(("status", .string("ready"))))
        case .metrics:
            guard let metrics = configuration.metrics else { throw InterfaceProblem(404, "no metrics are kept") }
            return InterfaceAnswer(type: "text/plain; version=0.0.4; charset=utf-8", body: Array(metrics().utf8))
        case .gitHook: return try await takeHook(request)
        }
    }

    private func resource(_ address: String, in cluster: String?) async throws(InterfaceProblem) -> InterfaceAnswer {
        let found = await listing().rows.filter { $0.status.address.description == address && (cluster == nil || $0.cluster == cluster) }
        guard let first = found.first else { throw InterfaceProblem(404, "no resource of this address is known") }
        // A contract is registered in several clusters: the first by name speaks where none is asked for, and names the others.
        var document = first.document
        if found.count > 1, case .object(let members) = document {
            document = .object(members + [JSONPair("alsoIn", .strings(found.dropFirst().map(\.cluster)))])
        }
        return InterfaceAnswer(document)
    }

    private func takeHook(_ request: Request) async throws(InterfaceProblem) -> InterfaceAnswer {
        guard let secret = configuration.webhookSecret, !secret.isEmpty else { throw InterfaceProblem(404, "webhooks are not listened to") }
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } }
        guard type == nil || type == "application/json" || type == "application/x-www-form-urlencoded" else {
            throw InterfaceProblem(415, "a webhook is application/json or application/x-www-form-urlencoded")
        }
        let limit = configuration.maximumWebhookBytes
        let tooLong = InterfaceProblem(413, "a webhook has at most \(limit) bytes")
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLong }
        var verifier = WebhookVerifier(secret: secret, headers: request.headers.map { ($0.name.canonicalName, $0.value) })
        var size = 0
        do {
            for try await buffer in request.body {
                size += buffer.readableBytes
                guard size <= limit else { throw tooLong }
                verifier.take(Array(buffer: buffer))
            }
        } catch let problem as InterfaceProblem {
            throw problem
        } catch {
            throw InterfaceProblem(400, "the body did not come whole")
        }
        guard verifier.isTrusted() else {
            logger.warning("a webhook was refused, since it is not signed with our secret")
            throw InterfaceProblem(403, "the signature is not there, or not right")
        }
        throttle.call()
        return InterfaceAnswer(.record(("status", .string("accepted"))), status: 202)
    }

    private func listing() async -> ResourceListing { await cache.listing(of: status) }
}

/// Laid out once for each state of the controller, however many ask.
final class ListingCache: Sendable {
    private let kept = Mutex<(steps: Int, listing: ResourceListing)?>(nil)

    func listing(of status: any StatusTelling) async -> ResourceListing {
        // Asked before: what is found then is of this state or a later one.
        let steps = status.view.steps
        if let kept = kept.withLock({ $0 }), kept.steps == steps { return kept.listing }
        let listing = ResourceListing(await status.resources())
        kept.withLock { kept in
            if kept?.steps ?? -1 <= steps { kept = (steps, listing) }
        }
        return listing
    }
}

