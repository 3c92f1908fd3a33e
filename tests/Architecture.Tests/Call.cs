using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AchieveApex.Architecture.Tests;

/// <summary>A call, or the making of an object, somewhere in a type, its lambdas and its asynchronous bodies included.</summary>
/// <param name="Caller">The full name of the outermost type.</param>
/// <param name="Method">Type and name of what is called, for example <c>System.DateTime.get_UtcNow</c>.</param>
/// <param name="Body">Where it stands.</param>
/// <param name="At">The instruction.</param>
internal sealed record Call(string Caller, string Method, MethodDefinition Body, Instruction At)
{
    public MethodReference Target => (MethodReference)At.Operand;

    public static IEnumerable<Call> In(string assembly) =>
        AssemblyDefinition
            .ReadAssembly(assembly)
            .MainModule.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Where(i => i.Operand is MethodReference).Select(i => Of(method, i)));

    public static string CallerOf(MethodDefinition body) => body.DeclaringType.FullName.Split('/')[0];

    private static Call Of(MethodDefinition body, Instruction at)
    {
        var target = (MethodReference)at.Operand;
        return new(CallerOf(body), $"{target.DeclaringType.GetElementType().FullName}.{target.Name}", body, at);
    }
}
