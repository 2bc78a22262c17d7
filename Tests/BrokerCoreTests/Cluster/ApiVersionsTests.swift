import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct ApiVersionsTests {
    @Test func `an unknown version is answered with the body of version 0 and UNSUPPORTED_VERSION`() throws {
        let world = try BrokerWorld()
        var frame = ByteBuffer()
        frame.writeInteger(APIKey.apiVersions.rawValue)
        frame.writeInteger(Int16(99))
        frame.writeInteger(Int32(7))
        frame.writeInteger(Int16(-1))
        frame.writeString("whatever a later version holds")
        world.receive([frame], on: world.client)
        let answers = world.takeInbox(world.client)
        #expect(answers.count == 1)
        let (correlation, message) = try decodeResponse(ApiVersionsResponse.self, from: answers[0], version: 0)
        #expect(correlation == 7)
        #expect(message.errorCode == .unsupportedVersion)
        #expect(message.apiKeys.contains { $0.apiKey == APIKey.apiVersions.rawValue && $0.maxVersion == 4 })
        #expect(world.closed.isEmpty)
    }

    @Test func `the response header has no tagged fields in any version`() throws {
        let world = try BrokerWorld()
        for version in ApiVersionsRequest.versions {
            let pending = try world.send(
                ApiVersionsRequest(clientSoftwareName: "test", clientSoftwareVersion: "1.0"), version: version)
            let answer = try #require(world.takeInbox(world.client).first)
            // Behind the correlation id comes the error code at once.
            #expect(answer.getInteger(at: answer.readerIndex, as: Int32.self) == pending.correlation)
            #expect(answer.getInteger(at: answer.readerIndex + 4, as: Int16.self) == 0)
        }
    }

    @Test func `Produce is shown from version 0 although 0 to 2 are refused`() throws {
        let world = try BrokerWorld()
        let answer = try world.call(ApiVersionsRequest(clientSoftwareName: "t", clientSoftwareVersion: "1"))
        let produce = try #require(answer.apiKeys.first { $0.apiKey == APIKey.produce.rawValue })
        #expect(produce.minVersion == 0 && produce.maxVersion == 13)
        var frame = ByteBuffer()
        frame.writeInteger(APIKey.produce.rawValue)
        frame.writeInteger(Int16(2))
        frame.writeInteger(Int32(1))
        frame.writeInteger(Int16(-1))
        world.receive([frame], on: world.client)
        #expect(world.closed[world.client]?.contains("Produce v2") == true)
    }

    @Test func `what old librdkafka needs to know of is shown`() throws {
        let world = try BrokerWorld()
        let answer = try world.call(ApiVersionsRequest(), version: 0)
        func shows(_ key: APIKey, _ versions: ClosedRange<Int16>) -> Bool {
            answer.apiKeys.contains {
                $0.apiKey == key.rawValue && $0.minVersion <= versions.lowerBound && versions.upperBound <= $0.maxVersion
            }
        }
        #expect(shows(.produce, 3...7))
        #expect(shows(.fetch, 4...10))
        #expect(shows(.findCoordinator, 0...0))
        for key in [APIKey.joinGroup, .syncGroup, .heartbeat, .leaveGroup] { #expect(shows(key, 0...0)) }
        #expect(shows(.offsetCommit, 2...2))
        #expect(shows(.offsetFetch, 1...1))
        #expect(shows(.listOffsets, 1...1))
        #expect(shows(.initProducerId, 0...0))
    }

    @Test func `nothing is shown that is not dispatched`() throws {
        for entry in Broker.advertisedVersions {
            let key = APIKey(rawValue: entry.apiKey)
            #expect(Broker.servedAPIs.contains(key))
            for version in (SupportedVersions.of(key)?.versions)! {
                // A body of nothing is either an empty request or unreadable; both end in an answer or a close.
                let world = try BrokerWorld()
                var frame = ByteBuffer()
                frame.writeInteger(entry.apiKey)
                frame.writeInteger(version)
                frame.writeInteger(Int32(1))
                frame.writeInteger(Int16(-1))
                world.receive([frame], on: world.client)
                #expect(!world.closed.isEmpty || !world.takeInbox(world.client).isEmpty)
                #expect(world.failure == nil)
            }
        }
    }

    @Test func `transaction version 0 is finalized, so that producers keep to the old protocol`() throws {
        let answer = try BrokerWorld().call(ApiVersionsRequest(clientSoftwareName: "t", clientSoftwareVersion: "1"))
        #expect(answer.finalizedFeatures.contains(.init(name: "group.version", maxVersionLevel: 1, minVersionLevel: 1)))
        #expect(answer.finalizedFeatures.contains(.init(name: "transaction.version", maxVersionLevel: 0, minVersionLevel: 0)))
    }

    @Test func `a client's software name is checked`() throws {
        let world = try BrokerWorld()
        for bad in ["", "-a", "a b", "a-"] {
            let answer = try world.call(ApiVersionsRequest(clientSoftwareName: bad, clientSoftwareVersion: "1"), version: 3)
            #expect(answer.errorCode == .invalidRequest)
        }
    }

    @Test func `bytes behind a request are let be`() throws {
        // librdkafka 2.16 sends three bytes too many after Metadata v13.
        let world = try BrokerWorld()
        var frame = try world.frame(MetadataRequest(topics: nil), version: 13, correlation: 3)
        frame.writeBytes([1, 0, 0])
        world.receive([frame], on: world.client)
        #expect(world.takeInbox(world.client).count == 1)
        #expect(world.closed.isEmpty)
    }
}
