import Diagnostics

/// Characters that mean something at the start of a value: `@ & * ! | >`.
func explainIndicator(_ syntax: SyntaxProblem) -> Diagnostic? {
    let context = syntax.problem.context ?? ""
    let start = syntax.restOfLine(syntax.context ?? syntax.place)
    switch syntax.problem.problem {
    case "found character that cannot start any token":
        return error(
            "a value cannot begin with '\(syntax.text(syntax.place))' unless it is quoted", at: syntax.place,
            suggestion: "put the value in quotes")
    case _ where context.contains("alias"):
        return error(
            "'*' begins an alias, and this is no name of an anchor", at: start,
            suggestion: "put the text in quotes if it just begins with '*'")
    case _ where context.contains("anchor"):
        return error(
            "'&' begins an anchor, and this is no name for one", at: start,
            suggestion: "put the text in quotes if it just begins with '&'; names are letters, digits, '-' and '_'")
    case "found undefined tag handle":
        return error(
            "no %TAG directive declares the prefix of this tag", at: syntax.restOfLine(syntax.place),
            suggestion: "put the text in quotes if it just begins with '!'")
    case _ where context.contains("tag") && !context.contains("directive"):
        return error(
            "'!' begins a tag, and this is none", at: start,
            suggestion: "put the text in quotes if it just begins with '!'")
    case _ where context.contains("block scalar"):
        return error(
            "only an indentation from 1 to 9, '+', '-' and a comment may follow '|' or '>' on its line",
            at: start, suggestion: "begin the text on the next line, indented deeper than its key")
    default: return nil
    }
}

/// `%` lines, and text outside any document.
func explainDirective(_ syntax: SyntaxProblem) -> Diagnostic? {
    switch syntax.problem.problem {
    case "did not find expected <document start>":
        return error(
            "the document ends above this line", at: syntax.restOfLine(syntax.place),
            suggestion: "begin another document with a line '---', or join this to the value above")
    case "found incompatible YAML document":
        return error("this is no version of YAML that can be read", at: syntax.restOfLine(syntax.place),
            suggestion: "remove the line")
    case _ where syntax.problem.context?.contains("directive") == true || syntax.problem.problem.contains("directive"):
        return error(
            "a line that begins with '%' is a directive, and this one cannot be read",
            at: syntax.restOfLine(syntax.context ?? syntax.place), suggestion: "remove the line; manifests need none")
    default: return nil
    }
}
