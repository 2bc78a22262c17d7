/// `|`, `>-`, `|2+`: what stands before the lines of a block scalar (YAML 1.2.2, section 8.1.1).
struct BlockHeader {
    var style: Unicode.Scalar
    var chomping: Unicode.Scalar?
    /// Columns of indentation beyond the parent's; nil where the first line decides.
    var indentation: Int?

    init(_ layout: Layout, _ node: LayoutNode) {
        style = layout.text[node.contentStart]
        var place = node.contentStart + 1
        while place < layout.text.count {
            switch layout.text[place] {
            case "+", "-": chomping = layout.text[place]
            case "1"..."9": indentation = Int(layout.text[place].value) - 0x30
            default: return
            }
            place += 1
        }
    }
}

extension Layout {
    /// A block scalar's header and lines, these as they are but for their indentation.
    ///
    /// - Parameter parentColumn: of the block collection that holds it, as it was written; -1 for none.
    func blockScalar(_ node: LayoutNode, parentColumn: Int) -> (header: String, lines: [String]) {
        let header = BlockHeader(self, node)
        let first = line(of: node.contentStart) + 1
        var end = first
        while end < lines.count, lines[end] < node.end { end += 1 }
        let texts = (first..<max(first, end)).map { Array(lineText($0)) }
        let firstText = texts.first { !$0.allSatisfy { $0 == " " } }
        let indentation = header.indentation.map { max(parentColumn, 0) + $0 } ?? firstText?.prefix { $0 == " " }.count ?? Int.max
        var written = texts.map { line -> String in
            let isEmpty = line.count <= indentation && line.allSatisfy { $0 == " " }
            return isEmpty ? "" : String(String.UnicodeScalarView(line.dropFirst(indentation)))
        }
        // Without a '+', empty lines at the end are no part of the value.
        if header.chomping != "+" { while written.last?.isEmpty == true { written.removeLast() } }
        let marks = (header.indentation == nil ? "" : "2") + (header.chomping.map { String($0) } ?? "")
        return (String(header.style) + marks, written)
    }
}
