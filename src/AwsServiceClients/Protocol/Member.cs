using System.Reflection;

namespace AwsServiceClients.Protocol;

/// <summary>One member of a structure, under the name that it has on the wire and in the model.</summary>
internal sealed record Member(string Name, PropertyInfo Property, Shape Shape)
{
    public object? Get(object owner) => Property.GetValue(owner);

    public void Set(object owner, object? value) => Property.SetValue(owner, value);
}
