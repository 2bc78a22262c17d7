import LocatedJSON

/// What a JSON value is in Swift.
indirect enum JSONShape: Hashable {
    /// `JSONValue`: the schema does not say, or says what no type of Swift can.
    case any
    case bool, int64, uint64, double, string
    case dateTime, time, day, uniqueIdentifier, base64
    case array(JSONSlot)
    case map(JSONSlot)
    /// Of the plan's types.
    case named(Int)
}

/// A place for a value: its shape, whether `null` may stand there, and what else is asked of it.
struct JSONSlot: Hashable {
    var shape: JSONShape
    var isNullable = false
    var checks: [JSONCheck] = []
}

/// What is checked of a decoded value by option. Numbers as Swift writes them.
enum JSONCheck: Hashable {
    case length(Int, Int?)
    case count(Int, Int?)
    case unique
    /// The label of `JSONChecks.range`, and the number.
    case bound(String, String)
    case multiple(String)
}

/// A type to be written.
struct JSONPlannedType {
    struct Field {
        var wireName: String
        var name: String
        var slot: JSONSlot
        var isRequired: Bool
        var initial: String?
        var documentation: [String] = []
        var attributes: [String] = []
        /// Held elsewhere in memory, because the type holds itself.
        var isBoxed = false
    }

    struct Case {
        var name: String
        var slot: JSONSlot
        var documentation: [String] = []
        /// Values of the member that tells the cases apart.
        var tags: [String] = []
    }

    enum Extra: Hashable { case ignored, refused, kept(JSONSlot) }

    enum Kind {
        /// Not worked out yet.
        case pending
        case object([Field], Extra)
        case texts([(value: String, name: String, documentation: [String])])
        case choice([Case], tag: String?)
        /// Elements of an array one by one, how many of them must be there, and what the rest are.
        case tuple([Field], rest: JSONSlot?)
        /// A contract whose payload is no object: the value by itself.
        case wrapper(JSONSlot)
    }

    var name: String
    /// From the top of the module.
    var path: String
    var parent: Int?
    var kind = Kind.pending
    var documentation: [String] = []
    var attributes: [String] = []
    var isIndirect = false
    /// Names of the types written in it.
    var innerNames: Set<String> = []
    var range: JSONNode?
}
