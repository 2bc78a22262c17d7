import Hummingbird
import Logging
import NIOCore
import RegistryCore

/// HTTP round the registry: bodies within bounds, media types, statuses.
struct RegistryResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let keeper: RegistryKeeper
    let maximumBodyBytes: Int
    let logger: Logger

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let (answer, contentType) = await answer(request)
        logger.debug("\(request.method) \(request.head.path ?? ""): \(answer.status)")
        let isHead = request.method == .head
        let body = ByteBuffer(string: answer.body)
        var headers = HTTPFields()
        headers[.contentType] = contentType
        headers[.contentLength] = String(body.readableBytes)
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: isHead ? ResponseBody() : ResponseBody(byteBuffer: body))
    }

    private func answer(_ request: Request) async -> (RegistryAnswer, contentType: String) {
        guard let contentType = Negotiation.contentType(accepting: request.headers[.accept]) else {
            return (RegistryAnswer(.notAcceptable), Negotiation.produced[0])
        }
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.body.collect(upTo: maximumBodyBytes))
        } catch {
            return (RegistryAnswer(.bodyTooLarge), contentType)
        }
        guard body.isEmpty || Negotiation.takes(contentType: request.headers[.contentType]) else {
            return (RegistryAnswer(.unsupportedMediaType), contentType)
        }
        let target = (request.head.path ?? "/").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let answer = await keeper.answer(
            RegistryRequest(
                method: request.method == .head ? "GET" : request.method.rawValue, path: String(target[0]),
                query: target.count > 1 ? String(target[1]) : "", body: body))
        return (answer, contentType)
    }
}
