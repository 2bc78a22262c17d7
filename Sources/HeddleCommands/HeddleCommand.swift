import ArgumentParser

/// The program: its verbs, and the border at which every outcome becomes an exit code.
package struct HeddleCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "heddle",
        abstract: "Topics, event contracts and access rights as YAML in git: checked, planned, applied, and kept so.",
        discussion: """
            EXAMPLE
              heddle validate            # everything that can be said without a mesh
              heddle mesh up --detach    # the embedded clusters of the manifests
              heddle plan                # what would change
              heddle apply               # change it

            EXIT CODES
              0  done, or nothing to do
              1  the answer is no: invalid manifests, a breaking change
              2  changes or drift pending (plan --detailed-exitcode)
              3  the mesh could not be reached, or refused
              4  refused by ourselves: the plan holds what needs --allow, cannot be carried out, or another apply holds the lease
              5  partly applied: the report says what is done, not done, unknown
              64 a wrong command line, or a file that cannot be read
              70 our fault: a bug
            """,
        version: heddleVersion,
        subcommands: [
            InitCommand.self, ValidateCommand.self, FmtCommand.self, RenderCommand.self, GraphCommand.self, CheckCommand.self,
            ExplainCommand.self, AccessCommand.self, AuditCommand.self, MeshCommand.self, BrokerCommand.self, PlanCommand.self, ApplyCommand.self,
            DiffCommand.self, ImportCommand.self, SnapshotCommand.self, HistoryCommand.self, RollbackCommand.self, ForgetCommand.self,
            UndoCommand.self, ControllerCommand.self, StatusCommand.self, ApproveCommand.self, SuspendCommand.self, ResumeCommand.self,
            ContractCommand.self, GenerateCommand.self, CertsCommand.self, VersionCommand.self, CompletionsCommand.self,
        ])

    package init() {}

    /// Runs the command line and exits.
    package static func run() async -> Never {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(withError: nil)
        } catch let failure as CommandFailure {
            Console.standard.error(failure.message, remedy: failure.remedy)
            exit(withError: ExitCode(failure.status.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}

package let heddleVersion = "0.1.0"
