import ArgumentParser

struct AccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Who may do what, why, and what a change of the manifests does to it.",
        discussion: """
            EXAMPLE
              heddle access who-can read 'orders.*'
              heddle access what-can checkout
              heddle access why checkout write orders.created
              heddle access matrix --format html > access.html
              heddle access diff main --no-new-access
              heddle access simulate reporting read orders.created --add 'User:reporting/topic:orders.*/read'

            Decided as Kafka's authorizer decides: super principals may everything, then a denial wins, then a grant counts, then
            the cluster's default. Names that do not exist yet count too. Without --live the rules are those that the manifests
            ask for; with it, those that the clusters hold.

            RESOURCE is a topic's name, a prefix with a star (orders.*), or a type and either of them: topic:orders.*,
            group:checkout, transactional-id:checkout-1; or cluster. PRINCIPAL is one's name (checkout), as Kafka writes it
            (User:checkout), the name of an Application, or everybody.
            """,
        subcommands: [
            WhoCanCommand.self, WhatCanCommand.self, WhyCommand.self, MatrixCommand.self, AccessDiffCommand.self, SimulateCommand.self,
        ])
}
