/// A path as seen from the root, that is written in a file below it: `../contracts/a.avsc` in `manifests/orders.yaml` is
/// `contracts/a.avsc`. Keeps what leads out of the root as leading `..`.
package func resolvePath(_ path: String, beside file: String) -> String {
    if path.hasPrefix("/") { return path }
    var names = file.split(separator: "/").dropLast().map(String.init)
    for name in path.split(separator: "/") {
        switch name {
        case ".": continue
        case "..":
            if let last = names.last, last != ".." { names.removeLast() } else { names.append("..") }
        default: names.append(String(name))
        }
    }
    return names.joined(separator: "/")
}
