/// Instructions that walk over a writer's bytes and write the reader's: flat, made once for a pair of schemas.
///
/// Bytes that mean the same in both are only walked over; a run of them is copied when something else must be written or left out.
final class AvroProgram: @unchecked Sendable {
    // Unchecked: what the pointers point to is written by the initialiser alone.

    enum Code: UInt8 {
        /// Returns from a routine; `a` are the marks that it held.
        case end
        /// `a` further marks.
        case marks
        case jump
        /// `a` bytes.
        case fixed
        case varint
        /// A varint that must be an int, because it is read as a long.
        case int
        /// A length and so many bytes.
        case bytes
        /// Items by the routine `a`, of `b` bytes at least.
        case array
        /// Items that are `a` lengths with bytes.
        case arrayOfBytes
        /// As `array`, of items that are written anew: lengths of blocks are left out.
        case arrayAnew
        case call
        /// A branch's number, and on at the one of `b` places from `a` on in the tables.
        case choose
        /// As `choose`, leaving the number out.
        case chooseAnew
        /// What was walked over so far is copied.
        case keep
        /// What was walked over since is left out.
        case leave
        /// Constants from `a` on, `b` bytes.
        case write
        /// A symbol's number by the `b` entries of a table from `a` on.
        case symbol
        case intToFloat, intToDouble, longToFloat, longToDouble, floatToDouble
        /// Remembers where mark `a` is.
        case mark
        /// What was walked over is copied, and the walk goes on at mark `a`.
        case back
        /// Message `a`.
        case fail
    }

    struct Operation {
        var code: Code
        var a: Int32 = 0
        var b: Int32 = 0
    }

    let operations: UnsafeMutableBufferPointer<Operation>
    let tables: UnsafeMutableBufferPointer<Int32>
    let constants: UnsafeMutableBufferPointer<UInt8>
    /// For each operation the field to which it belongs, in `names`; -1 for none.
    let places: [Int32]
    let names: [String]
    let messages: [String]

    init(operations: [Operation], tables: [Int32], constants: [UInt8], places: [Int32], names: [String], messages: [String]) {
        self.operations = Self.copy(operations)
        self.tables = Self.copy(tables)
        self.constants = Self.copy(constants)
        self.places = places
        self.names = names
        self.messages = messages
    }

    deinit {
        operations.deallocate()
        tables.deallocate()
        constants.deallocate()
    }

    private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = buffer.initialize(from: elements)
        return buffer
    }

    func error(_ error: CodecError, in place: Int) -> CodecError {
        places[place] < 0 ? error : error.within(.field(names[Int(places[place])]))
    }
}
