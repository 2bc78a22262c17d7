import CLibXML2

/// An XML Schema 1.0 as libxml2 compiled it; any number of threads may validate with it at once.
// Unchecked, because the compiler cannot see into libxml2: the pointer never changes, and what it points at is only read
// once it is compiled (Sources/CLibXML2/schema.c tells why).
package final class CompiledXMLSchema: @unchecked Sendable {
    package enum Verdict: Sendable, Hashable {
        case valid, invalid
        /// libxml2 gave up: out of memory, or a pattern that takes too many steps.
        case undecided
    }

    /// A text of the schema, and for the include, import and redefine children of its root, in order, the number of the
    /// source that each means; nil for none.
    package struct Source: Sendable {
        package var bytes: [UInt8]
        package var targets: [Int?]

        package init(bytes: [UInt8], targets: [Int?]) {
            self.bytes = bytes
            self.targets = targets
        }
    }

    private let pointer: OpaquePointer

    private init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { heddle_xml_schema_free(pointer) }

    /// Compiles the first source. Nothing but `sources` is ever loaded. libxml2 goes into groups, types and patterns by
    /// recursion, without limits of its own: the caller has seen to it that the schema is of a reasonable size.
    package static func compile(_ sources: [Source]) -> (schema: CompiledXMLSchema?, problems: [XMLProblem]) {
        let bytes = sources.flatMap(\.bytes)
        let targets = sources.flatMap { $0.targets.map { Int32($0 ?? -1) } }
        return collectingProblems { problems in
            bytes.withUnsafeBufferPointer { bytes in
                targets.withUnsafeBufferPointer { targets in
                    var (byte, target) = (0, 0)
                    var all: [heddle_xml_source] = []
                    for source in sources {
                        all.append(
                            heddle_xml_source(
                                bytes: bytes.baseAddress.map { $0 + byte }, count: source.bytes.count,
                                targets: targets.baseAddress.map { $0 + target }, target_count: source.targets.count))
                        byte += source.bytes.count
                        target += source.targets.count
                    }
                    return heddle_xml_schema_compile(all, all.count, problems).map(CompiledXMLSchema.init)
                }
            }
        }
    }

    /// Judges a document. Its hints at where schemas lie (`xsi:schemaLocation`) are not followed.
    package func validate(_ document: [UInt8]) -> (verdict: Verdict, problems: [XMLProblem]) {
        let (result, problems) = collectingProblems { problems in
            document.withUnsafeBufferPointer { heddle_xml_schema_validate(pointer, $0.baseAddress, $0.count, problems) }
        }
        return (result == 0 ? .valid : result == 1 ? .invalid : .undecided, problems)
    }
}
