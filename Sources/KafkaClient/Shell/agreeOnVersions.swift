import KafkaWire
import NIOCore

/// The first exchange of every connection. A broker that does not know our newest ApiVersions answers error 35 with a body
/// of version 0, which may say what it does know; then we ask again in that (KIP-511).
func agreeOnVersions(over wire: WireConnection, timeout: Duration) async throws(KafkaClientError) -> VersionAgreement {
    var version = ApiVersionsRequest.versions.upperBound
    while true {
        let request = ApiVersionsRequest(clientSoftwareName: "heddle", clientSoftwareVersion: "1")
        let frame = try await wire.exchange(request, version: version, timeout: timeout)
        let answer = try read(frame, version: version)
        if answer.errorCode == .unsupportedVersion, version > 0 {
            version = nextVersion(after: version, refusedBy: answer)
        } else if answer.errorCode == .none {
            return VersionAgreement(answer)
        } else {
            throw KafkaClientError(.malformedResponse("ApiVersions was refused: \(answer.errorCode.name)"))
        }
    }
}

/// Always lower than `version`, so that the asking ends.
func nextVersion(after version: Int16, refusedBy answer: ApiVersionsResponse) -> Int16 {
    let known = answer.apiKeys.first { $0.apiKey == ApiVersionsRequest.apiKey.rawValue }?.maxVersion ?? 0
    return max(0, min(known, version - 1))
}

private func read(_ frame: ByteBuffer, version: Int16) throws(KafkaClientError) -> ApiVersionsResponse {
    // Behind the correlation id the error code comes first, in every version.
    let code = frame.getInteger(at: frame.readerIndex + 4, as: Int16.self).map(ErrorCode.init(rawValue:))
    if code == .unsupportedVersion {
        // Some servers garble what follows: then nothing is known but the refusal.
        let known = try? decodeResponse(ApiVersionsResponse.self, from: frame, version: 0).message
        return known ?? ApiVersionsResponse(errorCode: .unsupportedVersion)
    }
    do {
        return try decodeResponse(ApiVersionsResponse.self, from: frame, version: version).message
    } catch {
        throw KafkaClientError(.malformedResponse("ApiVersions: \(error)"))
    }
}
