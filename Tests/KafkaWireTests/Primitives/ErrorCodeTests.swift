import KafkaWire
import Testing

@Suite struct ErrorCodeTests {
    @Test func `the codes have their numbers and names`() {
        #expect(ErrorCode.unknownServerError.rawValue == -1)
        #expect(ErrorCode.none.rawValue == 0)
        #expect(ErrorCode.unsupportedVersion.rawValue == 35)
        #expect(ErrorCode.topicAlreadyExists.rawValue == 36)
        #expect(ErrorCode.topicAlreadyExists.name == "TOPIC_ALREADY_EXISTS")
        #expect(ErrorCode.unsupportedCompressionType.rawValue == 76)
        #expect(ErrorCode.unknownTopicId.rawValue == 100)
        #expect(ErrorCode.shareSessionLimitReached.rawValue == 133)
        #expect(ErrorCode.shareSessionLimitReached.name == "SHARE_SESSION_LIMIT_REACHED")
        #expect(ErrorCode.unknownServerError.name == "UNKNOWN_SERVER_ERROR")
    }

    @Test func `some errors pass by themselves`() {
        #expect(ErrorCode.coordinatorLoadInProgress.isRetriable)
        #expect(!ErrorCode.invalidConfig.isRetriable)
    }

    @Test func `an unknown code is kept and has a name`() {
        let code = ErrorCode(rawValue: 9999)
        #expect(code.meaning == nil)
        #expect(code.name == "ERROR_9999")
        #expect(!code.isRetriable)
        #expect(ErrorCode(rawValue: -2).meaning == nil)
        #expect(ErrorCode(rawValue: .min).meaning == nil)
    }
}
