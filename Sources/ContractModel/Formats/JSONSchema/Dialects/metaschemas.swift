import Diagnostics
import LocatedJSON

/// A meta-schema of a draft by its URI without fragment, or one of the parts that 2019-09's and 2020-12's are made of.
func metaschema(_ uri: String) -> JSONNode? { metaschemas[uri] }

private let metaschemas: [String: JSONNode] = {
    var nodes: [String: JSONNode] = [:]
    for texts in [metaschemasOfDrafts4To7, metaschemasOfDraft2019, metaschemasOfDraft2020] {
        for (uri, text) in texts { nodes[uri] = parseJSON(SourceFile(path: uri, text: text)).root }
    }
    return nodes
}()
