/// What users choose about generated code; `heddle-codegen.yaml` and the flags of `heddle generate swift` set these.
package struct CodegenOptions: Sendable, Hashable {
    package enum Namespaces: String, Sendable, CaseIterable {
        /// Types by their local name; two that meet are an error that names both.
        case none
        /// `com.shop.v1.Order` → `Com.Shop.V1.Order`, in caseless enums.
        case nested
        /// `com.shop.v1.Order` → `ComShopV1Order`.
        case flat
    }

    package enum Dates: String, Sendable, CaseIterable {
        /// Types of HeddleRuntime that hold exactly what the wire holds.
        case exact
        /// `Foundation.Date`, which rounds what is finer than it.
        case foundation
    }

    package enum Enums: String, Sendable, CaseIterable {
        /// JSON Schema, Protobuf and XSD: a value that the schema does not list is kept in `unrecognized`.
        case open
        /// Such a value is an error.
        case closed
    }

    package enum Maps: String, Sendable, CaseIterable {
        case dictionary
        /// An array of pairs, in the order of the wire: no hashing.
        case pairs
    }

    package var access = AccessLevel.internal
    package var namespaces = Namespaces.none
    package var dates = Dates.exact
    package var enums = Enums.open
    package var maps = Maps.dictionary
    /// Adds `Codable`.
    package var codable = false
    /// Avro: `Type.View`, which reads fields out of the bytes.
    package var views = true
    /// Protobuf: fields that the schema does not know are kept and written again.
    package var unknownFields = true
    /// JSON Schema: lengths, bounds and patterns are checked when decoding.
    package var constraints = false
    /// JSON Schema: members that a schema lets in without naming them are kept in `additionalProperties`.
    package var extraMembers = false
    /// Wire name (a type's full name, or `Type.field`) → Swift name.
    package var names: [String: String] = [:]
    package var imports: [String] = []
    package var comments: [String] = []

    package init() {}
}
