/// Why a login did not come about. Holds no secret, and of the server's words only what may be shown.
package struct SASLProblem: Error, Hashable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}
