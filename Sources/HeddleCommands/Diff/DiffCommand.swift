import ArgumentParser
import ContractChecking
import MeshModel
import MeshPlanning

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What lies between two states of the manifests; no mesh needed.",
        discussion: """
            EXAMPLE
              heddle diff main WORKTREE
              heddle diff v1.4.0..v1.5.0 --env prod
              heddle diff ../mesh-as-it-was . --format markdown > comment.md

            Each side is a git revision, a folder with a heddle.yaml, or WORKTREE (also '.'): the folder as it is. Shows the plan
            that would follow if the first had been applied to the letter, what changes in documents besides, and whether
            contracts keep their promises. Records cannot be counted: whatever may lose some counts as destructive.
            """)

    @Argument(help: ArgumentHelp("A revision or a folder; also OLD..NEW.", valueName: "old")) var old: String
    @Argument(help: ArgumentHelp("A revision or a folder; the folder as it is when left out.", valueName: "new")) var new: String?
    @Option(help: "text, json or markdown.") var format: TextJSONOrMarkdown = .text
    @Flag(help: "Exit with 2 where something differs.") var detailedExitcode = false
    @Flag(help: "As with 'heddle plan --prune': what is no longer declared is deleted.") var prune = false
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        let (first, second) = try sides()
        let difference = try MeshDifference(
            try MeshSide.read(first, manifests, common), try MeshSide.read(second, manifests, common), environment: manifests.env,
            options: PlanOptions(prunes: prune, now: .present), console: console)
        switch format {
        case .text: console.print(DifferenceText(paint: Paint(isOn: console.colours(.output))).render(difference))
        case .json: console.print(try renderJSON(DifferenceJSON(difference)))
        case .markdown: console.write(renderMarkdown(difference), to: .output)
        }
        if !difference.plan.refusals.isEmpty { throw ExitStatus.refused.code }
        if detailedExitcode, !difference.isEmpty { throw ExitStatus.pending.code }
    }

    /// `A B`, `A..B`, or `A` alone. A name that leads up, as `../before`, holds no range.
    private func sides() throws -> (String, String) {
        if let new { return (old, new) }
        guard let dots = old.firstRange(of: ".."), dots.lowerBound != old.startIndex, !old.hasPrefix("."), !old.contains("/..") else {
            return (old, "WORKTREE")
        }
        if old[dots.upperBound...].hasPrefix(".") {
            throw CommandFailure(.usage, "'\(old)' is not understood", remedy: "say OLD..NEW with two dots; for the merge base, $(git merge-base OLD NEW)..NEW")
        }
        let second = String(old[dots.upperBound...])
        return (String(old[..<dots.lowerBound]), second.isEmpty ? "WORKTREE" : second)
    }
}

/// The formats of what may become a comment on a change.
enum TextJSONOrMarkdown: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }
