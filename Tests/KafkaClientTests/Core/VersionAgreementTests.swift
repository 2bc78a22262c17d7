import KafkaWire
import Testing

@testable import KafkaClient

struct VersionAgreementTests {
    private func agreement(_ range: ClosedRange<Int16>?) -> VersionAgreement {
        VersionAgreement(served: range.map { [.metadata: $0] } ?? [:])
    }

    @Test func `the highest version that both sides know is taken`() throws {
        let ours = MetadataRequest.versions
        #expect(try agreement(0...3).version(of: MetadataRequest.self) == 3)
        #expect(try agreement(2...100).version(of: MetadataRequest.self) == ours.upperBound)
        #expect(try agreement(ours.upperBound...100).version(of: MetadataRequest.self) == ours.upperBound)
    }

    @Test func `answers that list what nobody reads are asked for only where there are no others`() throws {
        #expect(try VersionAgreement(served: [.createTopics: 2...7]).version(of: CreateTopicsRequest.self) == 4)
        #expect(try VersionAgreement(served: [.createTopics: 5...7]).version(of: CreateTopicsRequest.self) == 5)
    }

    @Test func `versions that do not meet are refused with both ranges`() {
        let theirs = MetadataRequest.versions.upperBound + 1...MetadataRequest.versions.upperBound + 4
        #expect(throws: KafkaClientError(.unsupportedAPI(.metadata, ours: MetadataRequest.versions, theirs: theirs))) {
            try agreement(theirs).version(of: MetadataRequest.self)
        }
    }

    @Test func `an API that is not served is refused`() {
        #expect(throws: KafkaClientError(.unsupportedAPI(.metadata, ours: MetadataRequest.versions, theirs: nil))) {
            try agreement(nil).version(of: MetadataRequest.self)
        }
        #expect(!agreement(nil).serves(MetadataRequest.self))
    }

    @Test func `a range that is upside down counts as not served`() {
        let response = ApiVersionsResponse(apiKeys: [.init(apiKey: APIKey.metadata.rawValue, minVersion: 5, maxVersion: 2)])
        #expect(!VersionAgreement(response).serves(MetadataRequest.self))
    }

    @Test func `after a refusal of ApiVersions ever lower versions are asked for`() {
        func next(_ version: Int16, knows: Int16?) -> Int16 {
            let keys = knows.map { [ApiVersionsResponse.ApiVersion(apiKey: APIKey.apiVersions.rawValue, minVersion: 0, maxVersion: $0)] }
            return nextVersion(after: version, refusedBy: ApiVersionsResponse(errorCode: .unsupportedVersion, apiKeys: keys ?? []))
        }
        #expect(next(4, knows: 2) == 2)
        #expect(next(4, knows: nil) == 0)
        #expect(next(4, knows: 9) == 3)
        #expect(next(1, knows: -5) == 0)
    }
}
