internal import CLibXML2
import HeddleRuntime

extension XMLReader {
    /// An error in the open element, with the way there.
    public borrowing func failure(_ reason: CodecError.Reason) -> CodecError {
        CodecError(reason, at: current >= 0 ? Int(events[current].offset) : -1, path: path(to: current))
    }

    /// An error about an attribute of the open element.
    public borrowing func failure(_ reason: CodecError.Reason, attribute: StaticString) -> CodecError {
        var error = failure(reason)
        error.path.append(.field("@\(attribute)"))
        return error
    }

    /// The error where something has to stand that does not.
    public borrowing func missing(_ what: StaticString) -> CodecError { failure(.malformed(expected: "\(what)")) }

    /// The error where something stands that nothing was asked for.
    public borrowing func unexpected() -> CodecError {
        let index = ahead
        switch events[index].kind {
        case UInt8(HEDDLE_XML_START):
            return CodecError(
                .malformed(expected: "another element than '\(HeddleXML.string(events[index].local))', or none"), at: Int(events[index].offset),
                path: path(to: index))
        case UInt8(HEDDLE_XML_TEXT): return failure(.malformed(expected: "no text"))
        default: return failure(.malformed(expected: "further elements"))
        }
    }

    /// The elements from below the document's to this one. Only failures pay for it.
    @inline(never)
    private func path(to index: Int) -> [CodecError.Step] {
        var steps: [CodecError.Step] = []
        var element = index
        while element >= 0, events[element].parent >= 0 {
            let parent = Int(events[element].parent)
            var (before, behind) = (0, 0)
            var sibling = parent + 1
            while sibling < count, events[sibling].kind != HEDDLE_XML_END {
                if events[sibling].kind == HEDDLE_XML_START {
                    if hasName(of: element, sibling), sibling < element { before += 1 }
                    if hasName(of: element, sibling), sibling > element { behind += 1 }
                    sibling = Int(events[sibling].partner)
                }
                sibling += 1
            }
            if before + behind > 0 { steps.append(.index(before)) }
            steps.append(.field(HeddleXML.string(events[element].local)))
            element = parent
        }
        return steps.reversed()
    }

    /// Names are kept once: equal ones are the same pointer.
    private func hasName(of one: Int, _ other: Int) -> Bool {
        events[one].local.bytes == events[other].local.bytes && events[one].uri.bytes == events[other].uri.bytes
    }
}
