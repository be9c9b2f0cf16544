using IdentityPools.Values;

namespace IdentityPools;

/// <summary>What is to be known about a decision. Where AWS does not document what happens, it gives both readings.</summary>
public sealed record RoleDecisionNote
{
    private RoleDecisionNote(string id, string text) => (Id, Text) = (id, text);

    /// <summary>The stable name of the note.</summary>
    public string Id { get; }

    /// <summary>What is to be known.</summary>
    public string Text { get; }

    /// <summary>Whether AWS does not document the behaviour.</summary>
    public bool IsUndocumented => Readings.Count > 0;

    /// <summary>How undocumented behaviour can be read and what each reading gives; the first one is the one that was taken.</summary>
    public ValueList<string> Readings { get; private init; } = [];

    internal static RoleDecisionNote Of(string id, params object?[] arguments) => new(id, Fault.Sentence(id, arguments));

    internal RoleDecisionNote WithReadings(string taken, string other) => this with { Readings = [taken, other] };

    /// <summary>The note on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsUndocumented ? Fault.Sentence(nameof(Messages.NotDocumented), Text, Readings[0], Readings[1]) : Text;
}
