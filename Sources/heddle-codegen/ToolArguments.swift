/// What the plugins say to the tool.
struct ToolArguments {
    static let usage = "usage: heddle-codegen [--check] [--declared FILE]… --output FOLDER TARGET"

    /// Where the contracts and heddle-codegen.yaml are.
    var target: String
    var output: String
    /// The inputs that a build knows of, as seen from the target; nil for a run that may read what it finds.
    var declared: [String]?
    /// Nothing is written: are the files what they should be?
    var isCheck = false

    /// Nil for what cannot be understood.
    init?(_ words: some Collection<String>) {
        var rest = Array(words)[...]
        var target: String?
        var output: String?
        while let word = rest.popFirst() {
            switch word {
            case "--check": isCheck = true
            case "--output":
                guard let value = rest.popFirst() else { return nil }
                output = value
            case "--declared":
                guard let value = rest.popFirst() else { return nil }
                declared = (declared ?? []) + [value]
            default:
                guard !word.hasPrefix("-"), target == nil else { return nil }
                target = word
            }
        }
        guard let target, let output else { return nil }
        self.target = target
        self.output = output
    }
}
