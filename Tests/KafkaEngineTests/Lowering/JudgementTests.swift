import EngineInterface
import KafkaWire
import MeshModel
import Testing

@testable import KafkaEngine

struct JudgementTests {
    private func judgement(_ operations: [EngineOperation], _ answers: [ItemAnswer?]) throws -> BatchVerdict<CreateTopicsCall> {
        judge(try #require(batches(of: CreateTopicsCall.self, from: operations).first), answers: answers)
    }

    private let a = EngineOperation.createTopic(name: "a", partitions: 1, replication: nil, config: [:])
    private let b = EngineOperation.createTopic(name: "b", partitions: 1, replication: nil, config: [:])

    @Test func `a topic that exists is a failure that says so`() throws {
        let verdict = try judgement([a, b], [ItemAnswer(code: .topicAlreadyExists, message: "whatever"), ItemAnswer(code: .none)])
        let failure = EngineFailure(.refused, "topic 'a' already exists", code: "TOPIC_ALREADY_EXISTS")
        #expect(verdict.settled.map(\.outcome) == [.failed(failure), .done])
        #expect(verdict.again.isEmpty)
    }

    @Test func `the broker's own words are passed on`() throws {
        let answer = ItemAnswer(code: .invalidConfig, message: "Unknown topic config name: retention.mss.")
        let verdict = try judgement([a], [answer])
        let failure = EngineFailure(.refused, "topic 'a' cannot be created: Unknown topic config name: retention.mss", code: "INVALID_CONFIG")
        #expect(verdict.settled.map(\.outcome) == [.failed(failure)])
    }

    @Test func `a moved controller is asked again, for those that it refused`() throws {
        let verdict = try judgement([a, b], [ItemAnswer(code: .none), ItemAnswer(code: .notController)])
        #expect(verdict.settled.map(\.index) == [0])
        #expect(verdict.again.map(\.entry.index) == [1])
        #expect(verdict.isMisdirected)
    }

    @Test func `what the controller did not finish in time is unknown`() throws {
        guard case .unknown(let failure)? = try judgement([a], [ItemAnswer(code: .requestTimedOut)]).settled.first?.outcome else {
            Issue.record("not unknown")
            return
        }
        #expect(failure.code == "REQUEST_TIMED_OUT")
    }

    @Test func `what the answer does not mention is unknown`() throws {
        guard case .unknown(let failure)? = try judgement([a], [nil]).settled.first?.outcome else {
            Issue.record("not unknown")
            return
        }
        #expect(failure.kind == .misunderstood)
        #expect(try judgement([a], []).settled.count == 1)
    }

    @Test func `answers are found by name, whatever their order`() {
        let response = CreateTopicsResponse(topics: [
            .init(name: "b", errorCode: .invalidConfig, errorMessage: nil), .init(name: "a", errorMessage: nil), .init(name: "stranger"),
        ])
        let items = [a, b].compactMap(CreateTopicsCall.item)
        #expect(CreateTopicsCall.answers(to: items, in: response) == [ItemAnswer(code: .none), ItemAnswer(code: .invalidConfig)])
    }

    @Test func `answers without names count only if there is one for each`() {
        let rule = AccessRule(resourceType: .topic, pattern: .any, principal: "User:a", operation: .read)
        #expect(GrantCall.answers(to: [rule, rule], in: CreateAclsResponse(results: [.init(errorCode: .none)])) == [nil, nil])
        #expect(RevokeCall.answers(to: [rule], in: DeleteAclsResponse(filterResults: [])) == [nil])
    }

    @Test func `a revocation whose match could not be deleted is a failure`() {
        let rule = AccessRule(resourceType: .topic, pattern: .any, principal: "User:a", operation: .read)
        let response = DeleteAclsResponse(filterResults: [
            .init(errorCode: .none, matchingAcls: [.init(errorCode: .none), .init(errorCode: .unknownServerError, errorMessage: "disk")])
        ])
        #expect(RevokeCall.answers(to: [rule], in: response) == [ItemAnswer(code: .unknownServerError, message: "disk")])
    }
}
