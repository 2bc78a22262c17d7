/// What the gate itself has to say; each has a page in Specs/diagnostics/check. What the formats' rules find has their codes.
package enum CheckCode: String, Sendable, Hashable, CaseIterable {
    /// Breaking: no reader of one format reads another.
    case formatChanged = "check/format-changed"
    /// Breaking: the event is another message of the Protobuf file.
    case messageChanged = "check/message-changed"
    case earlierVersionUnreadable = "check/earlier-version-unreadable"
    case compatibilityWeakened = "check/compatibility-weakened"
    case contractRemoved = "check/contract-removed"
    case exceptionExpired = "check/exception-expired"
    case exceptionUnused = "check/exception-unused"
}
