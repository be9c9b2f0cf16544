using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Takes permissions of a role out of a template where they stand, and adds others beside them.</summary>
/// <param name="pool">The pool, for errors.</param>
/// <param name="owner">The role, or the policy that the pool gives to a role which exists.</param>
/// <param name="resources">The resources of the pool.</param>
/// <param name="separate">The policies of the role that are resources of their own.</param>
internal sealed class PolicyMerge(IdentityPool pool, string owner, Dictionary<string, TemplateMapping> resources, IReadOnlyList<string> separate)
{
    private const string Properties = nameof(Properties);
    private const string Policies = nameof(Policies);
    private const string PolicyName = nameof(PolicyName);
    private const string Document = "PolicyDocument";
    private const string Statement = nameof(Statement);

    /// <summary>Takes a statement out; a policy that says nothing any more goes.</summary>
    /// <returns>The resources that are gone.</returns>
    /// <exception cref="DefinitionException">It stands nowhere, or where other roles have it too.</exception>
    public IReadOnlyList<string> Revoke(PolicyStatement statement)
    {
        if (RevokeInline(statement))
        {
            return [];
        }

        foreach (var id in separate.Append(owner).Where(resources.ContainsKey).Distinct().ToList())
        {
            var properties = resources[id][Properties] as TemplateMapping;
            if (TypeOf(resources[id]) == ResourceTypes.Role || Without(properties?[Document], statement) is not { } document)
            {
                continue;
            }

            if (!IsOwn(id, properties!))
            {
                throw DefinitionErrors.Create(nameof(Messages.RevokedFromShared), pool, pool, owner, statement, id);
            }

            if (IsEmpty(document))
            {
                resources.Remove(id);
                return [id];
            }

            resources[id] = resources[id].With(Properties, properties!.With(Document, document));
            return [];
        }

        throw DefinitionErrors.Create(nameof(Messages.RevokedElsewhere), pool, pool, owner, statement);
    }

    /// <summary>Adds statements to the policy that is made for the pool.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="made">The resource as it would be made anew.</param>
    public void Grant(IReadOnlyList<TemplateNode> statements, TemplateMapping made)
    {
        if (TypeOf(made) == ResourceTypes.Role)
        {
            GrantInline(statements);
            return;
        }

        var resource = resources.GetValueOrDefault(owner);
        var properties = (TemplateMapping)(resource ?? made)[Properties]!;
        var document = resource is null
            ? PolicyDocument.Create(new TemplateSequence(statements))
            : With(properties[Document], statements) ?? throw UnderFunction(properties[Document]!);
        resources[owner] = (resource ?? made).With(Properties, properties.With(Document, document));
    }

    private bool RevokeInline(PolicyStatement statement)
    {
        if (
            !resources.TryGetValue(owner, out var role)
            || role[Properties] is not TemplateMapping properties
            || properties[Policies] is not TemplateSequence list
        )
        {
            return false;
        }

        for (var index = 0; index < list.Items.Count; index++)
        {
            if (list.Items[index] is TemplateMapping policy && Without(policy[Document], statement) is { } document)
            {
                var left = list.Items.ToList();
                if (IsEmpty(document))
                {
                    left.RemoveAt(index);
                }
                else
                {
                    left[index] = policy.With(Document, document);
                }

                resources[owner] = role.With(Properties, properties.With(Policies, left.Count == 0 ? null : new TemplateSequence(left)));
                return true;
            }
        }

        return false;
    }

    private void GrantInline(IReadOnlyList<TemplateNode> statements)
    {
        var role = resources[owner];
        var properties = role[Properties] as TemplateMapping ?? [];
        if (properties[Policies] is { } written && written is not TemplateSequence)
        {
            throw UnderFunction(written);
        }

        var list = (properties[Policies] as TemplateSequence)?.Items.ToList() ?? [];
        var own = list.FindIndex(policy => (policy as TemplateMapping)?[PolicyName] is TemplateScalar { Text: Bookkeeping.PolicyName });
        if (own >= 0 && With(((TemplateMapping)list[own])[Document], statements) is { } document)
        {
            list[own] = ((TemplateMapping)list[own]).With(Document, document);
        }
        else if (own >= 0)
        {
            throw UnderFunction(list[own]);
        }
        else
        {
            list.Add(new TemplateMapping { { PolicyName, Bookkeeping.PolicyName }, { Document, PolicyDocument.Create(new TemplateSequence(statements)) } });
        }

        resources[owner] = role.With(Properties, properties.With(Policies, new TemplateSequence(list)));
    }

    /// <summary>The document with more statements; null where a function is all of it.</summary>
    private static TemplateMapping? With(TemplateNode? written, IReadOnlyList<TemplateNode> statements) =>
        ResourceSource.Document(written) is TemplateMapping document
        && !Intrinsic.IsCall(document)
        && document[Statement] is { } known
        && !Intrinsic.IsCall(known)
            ? document.With(Statement, new TemplateSequence([.. known is TemplateSequence list ? list.Items : [known], .. statements]))
            : null;

    /// <summary>The document without a statement; null where it does not have it.</summary>
    private static TemplateMapping? Without(TemplateNode? written, PolicyStatement statement)
    {
        if (ResourceSource.Document(written) is not TemplateMapping document || document[Statement] is not { } known || Intrinsic.IsCall(known))
        {
            return null;
        }

        var items = known is TemplateSequence list ? list.Items.ToList() : [known];
        var found = items.FindIndex(item => IsSame(item, statement));
        if (found < 0)
        {
            return null;
        }

        items.RemoveAt(found);
        return document.With(Statement, new TemplateSequence(items));
    }

    private static bool IsEmpty(TemplateMapping document) => document[Statement] is TemplateSequence { Items.Count: 0 };

    /// <summary>Whether a statement of a template was read as this one.</summary>
    private static bool IsSame(TemplateNode written, PolicyStatement statement)
    {
        try
        {
            return StatementImporter.Statements(PolicyDocument.Create([PartitionNames.Neutral(written)]), Statement) is [var read]
                && PartitionNames.Neutral(read.ToNode()).Equals(PartitionNames.Neutral(statement.ToNode()));
        }
        catch (DefinitionException)
        {
            // What cannot be told was not read as a statement.
            return false;
        }
    }

    /// <summary>Whether no other role has a policy.</summary>
    private bool IsOwn(string id, TemplateMapping properties) =>
        TypeOf(resources[id]) == ResourceTypes.RolePolicy
        || (Nodes.Items(properties["Roles"]).Count() + resources.Count(entry => TypeOf(entry.Value) == ResourceTypes.Role && Names(entry.Value, id)) <= 1);

    private static bool Names(TemplateMapping role, string policy) =>
        (role[Properties] as TemplateMapping)?["ManagedPolicyArns"] is { } arns
        && References.In(Intrinsic.Uniform(arns)).Exists(reference => reference.Name == policy);

    private DefinitionException UnderFunction(TemplateNode written) =>
        DefinitionErrors.Create(nameof(Messages.ChangeUnderFunction), pool, pool, $"{owner}.{Policies}", written);

    private static string TypeOf(TemplateMapping resource) => (resource["Type"] as TemplateScalar)?.Text ?? "";
}
