namespace IdentityPools.Simulation;

/// <summary>Whether a pool takes a token of an issuer that it has a provider of. The simulation and the in-memory account both ask here.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/cognito/latest/developerguide/google.html: an app with several client IDs of Google has them all as audiences of one OpenID
/// Connect provider. What comes of a login provider beside an OpenID Connect provider of the same issuer, and of a token for several audiences, no page says;
/// both are taken for refused, as the reading that gives less.
/// </remarks>
internal static class TokenAcceptance
{
    /// <summary>Judges a token. A client that is null is known only to AWS, and may be the one of the token.</summary>
    /// <param name="audience">For whom the token is.</param>
    /// <param name="clients">The clients that the provider takes.</param>
    /// <param name="others">The clients that an OpenID Connect provider of the same issuer takes beside a login provider.</param>
    public static TokenVerdict Judge(TokenAudience audience, IEnumerable<string?> clients, IEnumerable<string?> others)
    {
        var isOther = false;
        if (audience.Clients.Count == 0)
        {
            return new(ServiceMessages.MissingClaim("aud"));
        }

        if (!clients.Any(audience.Has))
        {
            isOther = others.Any(audience.Has);
            if (!isOther)
            {
                return new(ServiceMessages.NotSupportedProvider);
            }
        }

        return audience.IsList ? new(ServiceMessages.NotSupportedProvider, nameof(Messages.NoteSeveralAudiences), isOther)
            : isOther ? new(ServiceMessages.NotSupportedProvider, nameof(Messages.NoteSecondClient), isOther)
            : default;
    }
}

/// <summary>What comes of a token before any role is looked for.</summary>
/// <param name="Refusal">What AWS says to it; null when it is taken.</param>
/// <param name="NoteId">The note on the other reading, where AWS does not document that it is refused.</param>
/// <param name="IsOfOther">Whether it is for a client of the OpenID Connect provider beside the login provider.</param>
internal readonly record struct TokenVerdict(string? Refusal, string? NoteId = null, bool IsOfOther = false);

/// <summary>A token that is taken for refused though no document says so.</summary>
/// <param name="Message">What AWS would say.</param>
/// <param name="NoteId">The note that has both readings.</param>
/// <param name="Audience">For whom the token is.</param>
internal sealed record TokenRefusal(string Message, string NoteId, string Audience);
