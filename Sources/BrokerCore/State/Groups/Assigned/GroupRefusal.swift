import KafkaWire

/// Why a group does not do what a member asks: the protocol's error and a sentence.
struct GroupRefusal: Error {
    var error: ErrorCode
    var message: String

    init(_ error: ErrorCode, _ message: String? = nil) {
        self.error = error
        self.message = message ?? error.message
    }
}
