/// How values of one schema become values of another: a graph of steps that refer to each other by number, the root first.
struct AvroMatch {
    enum Step {
        /// Alike on both sides.
        case primitive
        case promoted(from: AvroSchemaGraph.Primitive, to: AvroSchemaGraph.Primitive)
        case fixed
        /// For each of the writer's symbols the place of the reader's; nil where there is none.
        case enumeration([Int?])
        case array(Int)
        case map(Int)
        /// The data says which branch of the writer's it is.
        case written([Int])
        /// What is read becomes a branch of the reader's.
        case branch(Int, Int)
        case record(Record)
        /// No value that comes here can be read.
        case refused(String)
    }

    struct Record {
        /// The reader's, in its order.
        var fields: [(name: String, source: Source)]
        var writtenCount: Int
    }

    enum Source {
        /// A field of the writer's, and the step by which it is read.
        case written(position: Int, step: Int)
        /// A default's bytes.
        case fallback([UInt8])
    }

    var steps: [Step] = []
    /// The writer's node that each step reads.
    var nodes: [Int] = []
}
