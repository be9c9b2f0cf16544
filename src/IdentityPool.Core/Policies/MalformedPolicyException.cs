namespace IdentityPools.Policies;

/// <summary>A policy document that IAM would not take, in IAM's words.</summary>
internal sealed class MalformedPolicyException(string message) : Exception(message);
