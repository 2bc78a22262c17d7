/// How bytes of one Avro schema become bytes of another: worked out once, when the two are brought together.
///
///     let resolution = try AvroResolution(writer: olderSchema, reader: OrderCreated.contract)
///     try resolution.rewrite(from: &reader, into: &writer)
///     let order = try OrderCreated(from: &…)
///
/// Programs mostly ask `OrderCreated.decoder(writtenBy:references:)`, which does all of it. Resolution follows Avro 1.12: fields by name
/// or alias, defaults for those that are missing, promotions, unions on either side, enums by symbol. Decimals of another scale and times
/// in another unit are refused, since the same bytes would mean another value.
///
/// A value is not read into a tree: runs of bytes that mean the same are copied, and what differs is written anew. That costs a walk over
/// the bytes, little beside decoding them.
public struct AvroResolution: Sendable {
    private let program: AvroProgram?

    /// - Throws: where no value of the writer's can be read. What only some values hold, such as a symbol that the reader does not have,
    ///   is an error when it comes.
    public init(
        writer: String, references: [ContractIdentity.Reference] = [], reader: ContractIdentity
    ) throws(SchemaResolutionError) {
        try self.init(writer: writer, writerReferences: references, reader: reader.schema, readerReferences: reader.references)
    }

    /// - Parameter readerName: of the type that is read, where it is not the whole of the schema but defined in it.
    public init(
        writer: String, writerReferences: [ContractIdentity.Reference] = [], reader: String,
        readerReferences: [ContractIdentity.Reference] = [], readerName: String? = nil
    ) throws(SchemaResolutionError) {
        let writerGraph = try AvroSchemaReading.read(writer, references: writerReferences)
        let readerGraph = try AvroSchemaReading.read(reader, references: readerReferences)
        let root = readerName.flatMap { readerGraph.names[$0] } ?? readerGraph.root
        let match = try AvroMatching.match(writer: writerGraph, reader: readerGraph, root: root)
        program = AvroProgramming.program(match, writer: writerGraph)
    }

    /// The bytes are the same: nothing need be rewritten.
    public var isIdentity: Bool { program == nil }

    /// Takes one value of the writer's and appends it as the reader has it.
    public func rewrite(from reader: inout ByteReader, into output: inout ByteWriter) throws(CodecError) {
        guard let program else { preconditionFailure("bytes that are the same are read as they are: see 'isIdentity'") }
        var rewriting = AvroRewriting(program, from: reader.start, next: reader.next, end: reader.end)
        try rewriting.run(into: &output)
        reader.next = rewriting.next
    }

    /// Where in the reader's input a byte of what `rewrite` makes comes from.
    func source(of byte: Int, in reader: borrowing ByteReader, from offset: Int) -> Int {
        guard let program else { return byte }
        var output = ByteWriter()
        var rewriting = AvroRewriting(program, from: reader.start, next: reader.start + offset, end: reader.end, probe: byte)
        try? rewriting.run(into: &output)
        return byte < output.count ? rewriting.source : rewriting.next - reader.start
    }

    /// Reads a value of a generated type.
    public func decode<Value: ContractCodable>(_: Value.Type = Value.self, from reader: inout ByteReader) throws(CodecError) -> Value {
        guard program != nil else { return try Value(from: &reader) }
        let offset = reader.offset
        var output = ByteWriter(capacity: reader.remaining + 64)
        try rewrite(from: &reader, into: &output)
        var rewritten = ByteReader(output.bytes)
        do throws(CodecError) {
            return try Value(from: &rewritten)
        } catch {
            var error = error
            error.offset = source(of: error.offset, in: reader, from: offset)
            throw error
        }
    }
}
