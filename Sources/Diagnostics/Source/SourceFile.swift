/// A text that a person wrote, with the path to show when something in it is wrong.
///
/// Files are shared by reference because every node of every tree points at its file.
package final class SourceFile: Sendable {
    /// As the person would name it: relative to the mesh's root where it lies below it.
    package let path: String
    /// The bytes as read. Not necessarily valid UTF-8: saying so is the parser's task.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
