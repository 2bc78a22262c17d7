/// The functions as tables in Markdown, for docs/reference/expressions.md.
package func functionTables() -> String {
    var text = ""
    for (title, functions) in FunctionLibrary.groups {
        text += "### \(title)\n\n| function | result |\n|---|---|\n"
        for function in functions {
            let signatures = function.overloads.map { "`\($0.signature)`" }.joined(separator: "<br>")
            text += "| \(signatures) | \(function.summary) |\n"
        }
        text += "\n"
    }
    return text
}
