import CLibYAML

/// libyaml's event scan over one stretch of text.
///
/// Marks count Unicode scalars from the start of that stretch, not bytes: see `TextPositions`.
package struct EventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private var holdsEvent = false

    /// `text` must stay where it is for as long as the reader lives. Fails only where memory is exhausted.
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            event.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        if holdsEvent { yaml_event_delete(event) }
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    /// The next event, valid until the next call; nil at the first error, after which nothing more can be read.
    package mutating func next() -> YAMLEvent? {
        if holdsEvent { yaml_event_delete(event) }
        holdsEvent = yaml_parser_parse(parser, event) == 1
        return holdsEvent ? YAMLEvent(raw: event) : nil
    }

    /// Why `next` answered nil.
    var problem: LibYAMLProblem {
        let state = parser.pointee
        return LibYAMLProblem(
            problem: state.problem.map { String(cString: $0) } ?? "",
            mark: state.problem_mark.index,
            context: state.context.map { String(cString: $0) },
            contextMark: state.context_mark.index,
            isMemoryError: state.error == YAML_MEMORY_ERROR)
    }
}

/// An error as libyaml tells it, marks in Unicode scalars.
struct LibYAMLProblem {
    var problem: String
    var mark: Int
    var context: String?
    var contextMark: Int
    var isMemoryError: Bool
}

/// A view of libyaml's event, without copies.
package struct YAMLEvent {
    package enum Kind {
        case streamStart, streamEnd
        case documentStart, documentEnd
        case alias, scalar
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
    }

    let raw: UnsafeMutablePointer<yaml_event_t>

    /// In Unicode scalars.
    package var start: Int { raw.pointee.start_mark.index }
    package var end: Int { raw.pointee.end_mark.index }

    package var kind: Kind {
        switch raw.pointee.type {
        case YAML_SCALAR_EVENT: .scalar
        case YAML_ALIAS_EVENT: .alias
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_MAPPING_END_EVENT: .mappingEnd
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_STREAM_END_EVENT: .streamEnd
        default: .streamStart
        }
    }

    /// Of a scalar.
    package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: raw.pointee.data.scalar.value, count: raw.pointee.data.scalar.length)
    }

    /// Of a scalar.
    package var style: YAMLScalar.Style {
        switch raw.pointee.data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    /// Of a scalar or a collection's start: an anchor or a tag was written.
    var hasProperties: Bool {
        switch raw.pointee.type {
        case YAML_SCALAR_EVENT: raw.pointee.data.scalar.anchor != nil || raw.pointee.data.scalar.tag != nil
        case YAML_SEQUENCE_START_EVENT:
            raw.pointee.data.sequence_start.anchor != nil || raw.pointee.data.sequence_start.tag != nil
        case YAML_MAPPING_START_EVENT:
            raw.pointee.data.mapping_start.anchor != nil || raw.pointee.data.mapping_start.tag != nil
        default: false
        }
    }

    /// The name after `&`, or after `*` for an alias.
    package var anchor: String? {
        let name: UnsafeMutablePointer<yaml_char_t>? =
            switch raw.pointee.type {
            case YAML_SCALAR_EVENT: raw.pointee.data.scalar.anchor
            case YAML_ALIAS_EVENT: raw.pointee.data.alias.anchor
            case YAML_SEQUENCE_START_EVENT: raw.pointee.data.sequence_start.anchor
            case YAML_MAPPING_START_EVENT: raw.pointee.data.mapping_start.anchor
            default: nil
            }
        return name.map { String(cString: $0) }
    }

    /// In full, `tag:yaml.org,2002:str`.
    package var tag: String? {
        let tag: UnsafeMutablePointer<yaml_char_t>? =
            switch raw.pointee.type {
            case YAML_SCALAR_EVENT: raw.pointee.data.scalar.tag
            case YAML_SEQUENCE_START_EVENT: raw.pointee.data.sequence_start.tag
            case YAML_MAPPING_START_EVENT: raw.pointee.data.mapping_start.tag
            default: nil
            }
        return tag.map { String(cString: $0) }
    }

    /// Of a collection's start: written with brackets or braces.
    package var isFlow: Bool {
        switch raw.pointee.type {
        case YAML_SEQUENCE_START_EVENT: raw.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT: raw.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        default: false
        }
    }

    /// Of a document's start: `%` lines came before it.
    package var hasDirectives: Bool {
        guard raw.pointee.type == YAML_DOCUMENT_START_EVENT else { return false }
        let document = raw.pointee.data.document_start
        return document.version_directive != nil || document.tag_directives.start != document.tag_directives.end
    }

    /// Of a document's start or end: no `---` or `...` was written.
    package var isImplicit: Bool {
        switch raw.pointee.type {
        case YAML_DOCUMENT_START_EVENT: raw.pointee.data.document_start.implicit != 0
        case YAML_DOCUMENT_END_EVENT: raw.pointee.data.document_end.implicit != 0
        default: true
        }
    }
}
