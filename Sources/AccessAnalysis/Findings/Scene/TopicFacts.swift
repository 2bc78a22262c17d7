import MeshModel

/// What an audit knows of a topic.
struct TopicFacts: Sendable {
    var name: String
    var owner: String?
    var domain: String?
    /// A document asks for it.
    var isDeclared: Bool
    /// It follows from an Application.
    var isDerived: Bool
    var origin: Origin?
    /// The classes of its contracts' fields that are watched → the fields, in order.
    var classes: [ContractSpec.Classification: [String]]

    init(
        name: String, owner: String? = nil, domain: String? = nil, isDeclared: Bool = true, isDerived: Bool = false, origin: Origin? = nil,
        classes: [ContractSpec.Classification: [String]] = [:]
    ) {
        self.name = name
        self.owner = owner
        self.domain = domain
        self.isDeclared = isDeclared
        self.isDerived = isDerived
        self.origin = origin
        self.classes = classes
    }

    /// `pii (customerId, street)`
    var classText: [String] {
        classes.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) (\($0.value.joined(separator: ", ")))" }
    }
}

/// What an audit knows of a principal.
struct PrincipalFacts: Sendable {
    /// As manifests name it.
    var name: String
    var domain: String?
    /// Of the applications that act as it.
    var applications: [String]
    var origin: Origin
}
