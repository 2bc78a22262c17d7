/// A name with the namespace that its prefix stands for, empty for none.
public struct XMLQName: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public var local: String
    public var namespace: String

    public init(_ local: String, in namespace: String = "") {
        self.local = local
        self.namespace = namespace
    }

    /// `{urn:shop}order`, or `order` without a namespace.
    public var description: String { namespace.isEmpty ? local : "{\(namespace)}\(local)" }

    public static func < (left: Self, right: Self) -> Bool { (left.namespace, left.local) < (right.namespace, right.local) }

}
