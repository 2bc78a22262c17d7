/// HTML that is put together of what is meant to be HTML and of text that is not.
///
///     var html = HTMLText()
///     html.tag("td", text)                 // `text` is escaped
///     html.raw("<hr>")
struct HTMLText {
    private(set) var text = ""

    mutating func raw(_ html: StaticString) { text += html.description }

    mutating func say(_ words: String) { text += escapedHTML(words) }

    /// - Parameter attributes: values are escaped; names must be fit.
    mutating func open(_ tag: StaticString, _ attributes: (StaticString, String)...) {
        text += "<\(tag)"
        for (name, value) in attributes { text += " \(name)=\"\(escapedHTML(value))\"" }
        text += ">"
    }

    mutating func close(_ tag: StaticString) { text += "</\(tag)>" }

    mutating func tag(_ tag: StaticString, _ words: String) {
        open(tag)
        say(words)
        close(tag)
    }

    mutating func link(_ words: String, to address: String) {
        open("a", ("href", address))
        say(words)
        close("a")
    }
}

/// For text and for the values of attributes in double quotes. Control characters, which HTML has no way to write, become `U+FFFD`.
package func escapedHTML(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        case "'": escaped += "&#39;"
        case "\n", "\t": escaped.unicodeScalars.append(scalar)
        case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): escaped += "\u{FFFD}"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
