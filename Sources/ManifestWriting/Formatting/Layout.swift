import LocatedYAML

/// A file as it was laid out: every node with the characters that wrote it, every comment with what it speaks of.
///
/// Places are indices into `text`. Nodes and slots are named by their indices.
struct Layout {
    /// Without a byte order mark, lines ended by `\n`.
    var text: [Unicode.Scalar]
    /// Where each line starts.
    var lines: [Int]
    var nodes: [LayoutNode] = []
    var slots: [LayoutSlot] = []
    var documents: [LayoutDocument] = []

    /// Counts from 0.
    func line(of place: Int) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    func column(of place: Int) -> Int { place - lines[line(of: place)] }

    func lineText(_ line: Int) -> ArraySlice<Unicode.Scalar> {
        let end = line + 1 < lines.count ? lines[line + 1] - 1 : text.count
        return text[lines[line]..<max(lines[line], end)]
    }

    func isBlank(_ line: Int) -> Bool { lineText(line).allSatisfy(isBlankScalar) }

    /// Nothing but blanks comes before it on its line.
    func isFirstOnLine(_ place: Int) -> Bool { text[lines[line(of: place)]..<place].allSatisfy(isBlankScalar) }

    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

    /// Written over several lines when it is formatted, its entries each on their own.
    func standsInBlock(_ node: Int) -> Bool {
        let node = nodes[node]
        guard !node.slots.isEmpty else { return false }
        return !node.isFlow || line(of: node.contentStart) != line(of: node.end - 1)
    }
}

func isBlankScalar(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

struct LayoutNode {
    enum Shape { case scalar(YAMLScalar.Style), alias, sequence, mapping }

    var shape: Shape
    /// Collections: written in brackets or braces, or as a lone pair between brackets.
    var isFlow = false
    /// With anchor and tag.
    var start: Int
    var contentStart: Int
    /// Exact for scalars, aliases and flow collections.
    var end: Int
    /// `&name !tag`, as written.
    var properties: String
    var hasTag: Bool
    /// What a scalar means, or the name of an alias.
    var value: String
    var slots: [Int] = []
    /// Of block collections: the column of the entries.
    var column = 0
    /// The slot whose value or key this is.
    var owner: Int?
    /// Comments behind the last entry.
    var footer: [LayoutComment] = []

    var isCollection: Bool {
        switch shape {
        case .sequence, .mapping: true
        case .scalar, .alias: false
        }
    }

    var sort: FieldOrder.Sort {
        switch shape {
        case .sequence: .sequence
        case .mapping: .mapping
        case .scalar, .alias: .scalar
        }
    }
}

/// An entry of a mapping, or an item of a sequence.
struct LayoutSlot {
    /// The node that holds it.
    var parent: Int
    /// nil for items.
    var key: Int?
    var value: Int
    /// The key's start, or the place of the `-` or `?` before it.
    var start: Int
    var leading: [LayoutComment] = []
    /// Behind it on its line.
    var remark: LayoutComment?
    var hasBlankBefore = false
}

struct LayoutComment {
    /// From the `#` to the end of the line, without blanks at its end.
    var text: String
    var place: Int
    /// Stands on a line of its own.
    var isAlone: Bool
    var hasBlankBefore: Bool
}

struct LayoutDocument {
    /// nil for the file's comments where there is no document at all.
    var root: Int?
    /// `%` lines.
    var directives: [String] = []
    var start: Int
    /// Behind `...`, where one was written.
    var end: Int?
    /// Comments above everything else.
    var head: [LayoutComment] = []
    /// A blank line between `head` and the first entry.
    var hasGap = false
    /// Behind a root that stands on one line.
    var remark: LayoutComment?
    var footer: [LayoutComment] = []
    var hasBlankBefore = false
}
