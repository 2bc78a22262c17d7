import ContractCompatibility
import ContractModel
import Diagnostics

/// A contract as it is meant to be from now on, with what it promises to those who have earlier versions.
package struct CheckedContract: Sendable {
    package var name: String
    package var owner: String?
    package var format: ContractFormat
    /// With everything that it refers to, directly or not.
    package var text: ContractText
    package var mode: CompatibilityMode
    /// Of a Protobuf contract: what has to go on working.
    package var level: ProtobufLevel
    /// Of a Protobuf contract: the full name of the message that the event is; nil: the file's first.
    package var rootMessage: String?
    package var exceptions: [CheckException]
    /// Where the manifest declares it.
    package var declared: SourceRange?
    package var uses: [TopicUse]

    package init(
        name: String, owner: String? = nil, format: ContractFormat, text: ContractText, mode: CompatibilityMode = .backward,
        level: ProtobufLevel = .wire, rootMessage: String? = nil, exceptions: [CheckException] = [], declared: SourceRange? = nil,
        uses: [TopicUse] = []
    ) {
        self.name = name
        self.owner = owner
        self.format = format
        self.text = text
        self.mode = mode
        self.level = level
        self.rootMessage = rootMessage
        self.exceptions = exceptions
        self.declared = declared
        self.uses = uses
    }
}

/// Where a contract is met: the key or value of a topic, and an application that writes or reads it.
package struct TopicUse: Sendable, Hashable {
    package enum Role: String, Sendable, Hashable, CaseIterable { case produces, consumes }
    package enum Side: String, Sendable, Hashable, CaseIterable { case key, value }

    package var topic: String
    package var side: Side
    /// nil: the topic itself, whoever uses it.
    package var application: String?
    package var role: Role?
    package var owner: String?

    package init(topic: String, side: Side = .value, application: String? = nil, role: Role? = nil, owner: String? = nil) {
        self.topic = topic
        self.side = side
        self.application = application
        self.role = role
        self.owner = owner
    }
}
