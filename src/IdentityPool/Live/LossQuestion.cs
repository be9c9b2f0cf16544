namespace IdentityPools.Live;

/// <summary>What a plan takes away.</summary>
/// <param name="Text">The plan as a question, the losses first.</param>
/// <param name="Paths">The parts that lose something.</param>
internal sealed record LossQuestion(string Text, IReadOnlyList<string> Paths);
