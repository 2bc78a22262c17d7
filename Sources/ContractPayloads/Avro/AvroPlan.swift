import ContractModel

/// What to do with data of one schema so that it becomes a value of another: a graph of steps that refer to each other by
/// index, the root first.
struct AvroPlan: Sendable {
    enum Step: Sendable {
        case null, boolean, int, long, float, double, bytes, string
        case promoted(from: AvroType.Primitive, to: AvroType.Primitive)
        case fixed(Int)
        case enumeration(Symbols)
        case array(Int)
        case map(Int)
        /// The data says which branch of the writer's.
        case written([Int])
        /// What is read becomes a branch of the reader's.
        case branch(Int, Int)
        case record(Record)
        /// No value that comes here can be read. A clause, which follows the place.
        case refused(String)
    }

    struct Symbols: Sendable {
        var name: String
        var written: [String]
        /// For each written one what is read; nil where that is nothing.
        var read: [String?]
    }

    struct Record: Sendable {
        struct Field: Sendable {
            var name: String
            /// The reader's fields that this one becomes, and how: mostly one, none where it is passed over, and several
            /// where aliases have it so.
            var reads: [(slot: Int, step: Int)]
            /// How to pass over it; meaningful where nobody reads it.
            var skip: Int
        }

        /// In the writer's order.
        var fields: [Field]
        /// The reader's fields.
        var names: [String]
        var defaults: [(slot: Int, value: AvroDefault)]
    }

    var steps: [Step] = []
    /// Of each step nil where every value that may come to it is read. Otherwise a number above that of the step within it
    /// for which some value is refused, so that following lower numbers leads to the reason.
    var ranks: [Int?] = []
}

/// A default of the reader's, and how many values it is.
struct AvroDefault: Sendable {
    var value: AvroValue
    var count: Int
}
