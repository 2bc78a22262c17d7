/// What has to go on working when a Protobuf contract changes.
///
/// Each level asks for all that the one before it asks for, but in its own words: at `source` the deletion of a field is
/// refused as such, at `wire` only where its number is left free for another meaning.
/// The rules of a level are those of buf's category of that name (bufbuild/buf 1.75), `source` being FILE.
package enum ProtobufLevel: String, Sendable, Hashable, CaseIterable {
    /// Binary data: `WIRE`.
    case wire
    /// Binary data and the JSON mapping: `WIRE_JSON`.
    case wireJSON = "wire-json"
    /// Programs that were written against generated code: `FILE`.
    case source
}
