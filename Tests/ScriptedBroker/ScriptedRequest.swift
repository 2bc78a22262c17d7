import KafkaWire
import NIOCore

/// A request as it arrived, and the means to answer it in kind.
package struct ScriptedRequest: Sendable {
    package let header: RequestHeader
    private let body: WireReader

    init(_ frame: ByteBuffer) throws {
        var reader = WireReader(frame)
        header = try RequestHeader(from: &reader)
        body = reader
    }

    package func decode<Request: KafkaRequest>(_: Request.Type) throws -> Request {
        var reader = body
        return try decodeMessage(Request.self, from: &reader, version: header.apiVersion)
    }

    /// A whole frame, length included, in the version of the request.
    package func response(_ message: some KafkaMessage, correlationId: Int32? = nil) throws -> ByteBuffer {
        try encodeResponse(correlationId: correlationId ?? header.correlationId, message: message, version: header.apiVersion)
    }

    /// As above. A message that cannot be written shows as a broken frame.
    package func answer(_ message: some KafkaMessage) -> ScriptedBroker.Step {
        .answer((try? response(message)) ?? ByteBuffer(repeating: 0xFF, count: 8))
    }

    /// Every API that KafkaWire knows but these, in all its versions.
    package func versionsAnswer(lacking: Set<APIKey> = []) -> ScriptedBroker.Step {
        answer(ApiVersionsResponse(apiKeys: SupportedVersions.all.filter { !lacking.contains($0.apiKey) }.map {
            .init(apiKey: $0.apiKey.rawValue, minVersion: $0.versions.lowerBound, maxVersion: $0.versions.upperBound)
        }))
    }
}
